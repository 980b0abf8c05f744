import type { Helper } from '../helper.ts';
import { isPresent } from '../presence.ts';

/** (any a b) */
export const any: Helper = {
  name: 'any',
  summary: '所列事实至少有一项，作为其他助手的条件。',
  signature: '(any 事实…)',
  takes: { args: [], rest: 'fact', form: ['value'], gives: 'condition' },
  example: { template: '{{#present (any closing members.total)}}有{{/present}}', prints: '有' },
  run: (facts) => facts.some(isPresent),
};
