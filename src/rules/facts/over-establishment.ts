import { isNumber } from '../../facts/facts.ts';
import { postRows } from '../reckoning/post-rows.ts';
import { isTotalRow } from '../reckoning/post-totals.ts';
import type { FactsRule } from '../rule.ts';

export const overEstablishment: FactsRule = {
  id: 'over-establishment',
  stage: 'facts',
  severity: 'warning',
  docs: {
    title: '实有人数超过核定数',
    why: '实有超过核定就是超编、超职数，是选人用人检查必看的事项，报告里要如实说明。',
    fix: '先核对两个数；确实超编的，在“应说明事项”里写明原因和消化计划。',
  },
  examples: [
    { input: '编制:\n  - {类别: 行政, 核定: 30, 实有: 32}', reports: ['32'] },
    { input: '职数:\n  - {类别: 科级, 核定: 9, 实有: 10, 空缺: -1}', reports: ['10'] },
    { input: '编制:\n  - {类别: 行政, 核定: 30, 实有: 30}', reports: [] },
  ],
  check({ facts }, report) {
    for (const { path, label, post } of postRows(facts)) {
      const { authorized, actual, vacant } = post;
      if (!isNumber(authorized) || !isNumber(actual) || actual <= authorized) continue;
      if (isTotalRow(post) || isMisstated(authorized, actual, vacant)) continue;
      report({
        at: { path: `${path}.actual` },
        message: `${label}实有 ${actual} 超过核定 ${authorized}，超 ${actual - authorized} 名`,
        hint: '核对两个数；确实超编、超职数的，在“应说明事项”里说明。',
        related: [{ message: `核定 ${authorized}`, at: { path: `${path}.authorized` } }],
      });
    }
  },
};

/** Three figures that contradict each other say nothing yet; `post-vacancy` reports them. */
function isMisstated(authorized: number, actual: number, vacant: unknown): boolean {
  return typeof vacant === 'number' && vacant !== authorized - actual;
}
