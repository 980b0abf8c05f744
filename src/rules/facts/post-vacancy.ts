import { postRows } from '../../account/post-rows.ts';
import { isNumber } from '../../facts/facts.ts';
import type { FactsRule } from '../rule.ts';

export const postVacancy: FactsRule = {
  id: 'post-vacancy',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '空缺不等于核定减实有',
    why: '空缺是核定数减实有数。超编、超职数时空缺是负数，写成 0 或正数就把超编掩盖了。',
    fix: '核对核定、实有、空缺三个数。超编的空缺写成负数，例如核定 20、实有 22 写 -2；也可以不写空缺。',
    basis: { source: '空缺＝核定－实有', rank: '通常', proof: '四则运算' },
  },
  examples: [
    { input: '编制:\n  - {类别: 行政, 核定: 30, 实有: 28, 空缺: 3}', reports: ['3'] },
    { input: '编制:\n  - {类别: 行政, 核定: 30, 实有: 28, 空缺: 2}', reports: [] },
    { input: '职数:\n  - {类别: 科级, 核定: 9, 实有: 10, 空缺: -1}', reports: [] },
    { input: '职数:\n  - {类别: 科级, 核定: 9, 实有: 10, 空缺: 1}', reports: ['1'] },
    { input: '编制:\n  - {类别: 事业, 核定: 12, 实有: 待补, 空缺: 2}', reports: [] },
  ],
  check({ facts }, report) {
    for (const { path, label, post } of postRows(facts)) {
      const { authorized, actual, vacant } = post;
      if (!isNumber(authorized) || !isNumber(actual) || !isNumber(vacant)) continue;
      const expected = authorized - actual;
      if (vacant === expected) continue;
      report({
        at: { path: `${path}.vacant` },
        message: `${label}空缺 ${vacant} 与核定 ${authorized} 减实有 ${actual} 不符，应为 ${expected}`,
        hint:
          expected < 0
            ? `实有比核定多 ${-expected} 名，是超编，空缺写 ${expected}。`
            : '请核对核定、实有、空缺三个数。',
        related: [
          { message: `核定 ${authorized}`, at: { path: `${path}.authorized` } },
          { message: `实有 ${actual}`, at: { path: `${path}.actual` } },
        ],
      });
    }
  },
};
