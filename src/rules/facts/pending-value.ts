import type { FactsRule } from '../rule.ts';

export const pendingValue: FactsRule = {
  id: 'pending-value',
  stage: 'facts',
  severity: 'error',
  docs: { title: '', why: '', fix: '' },
  examples: [],
  check() {},
};
