import { postRows } from '../../account/post-rows.ts';
import { isTotalRow } from '../../account/post-totals.ts';
import { isNumber } from '../../facts/facts.ts';
import type { FactsRule } from '../rule.ts';

export const overEstablishment: FactsRule = {
  id: 'over-establishment',
  stage: 'facts',
  severity: 'warning',
  docs: {
    title: '实有人数超过核定数',
    why: '实有超过核定就是超编、超职数，是选人用人检查必看的事项，报告里要如实说明。正文里写明了超几名的，不再提醒。',
    fix: '先核对两个数；确实超编的，在“应说明事项”或正文里写明超编几名、怎么消化。',
    basis: { source: '《中国共产党机构编制工作条例》', rank: '规定' },
  },
  examples: [
    { input: '编制:\n  - {类别: 行政, 核定: 30, 实有: 32}', reports: ['32'] },
    { input: '职数:\n  - {类别: 科级, 核定: 9, 实有: 10, 空缺: -1}', reports: ['10'] },
    { input: '编制:\n  - {类别: 行政, 核定: 30, 实有: 30}', reports: [] },
    {
      input:
        '编制:\n  - {类别: 行政, 核定: 30, 实有: 32}\n应说明事项:\n  - {事项: 超编, 情况: 因机构整合超编2名，两年内消化。}',
      reports: [],
    },
  ],
  check({ facts, passages }, report) {
    for (const { path, label, post } of postRows(facts)) {
      const { authorized, actual, vacant } = post;
      if (!isNumber(authorized) || !isNumber(actual) || actual <= authorized) continue;
      if (isTotalRow(post) || isMisstated(authorized, actual, vacant)) continue;
      if (passages.some(({ text }) => doesAdmit(text, actual - authorized))) continue;
      report({
        at: { path: `${path}.actual` },
        message: `${label}实有 ${actual} 超过核定 ${authorized}，超 ${actual - authorized} 名`,
        hint: `核对两个数；确实超了的，在“应说明事项”里写明超${actual - authorized}名的原因和打算。`,
        related: [{ message: `核定 ${authorized}`, at: { path: `${path}.authorized` } }],
      });
    }
  },
};

/** Three figures that contradict each other say nothing yet; `post-vacancy` reports them. */
function isMisstated(authorized: number, actual: number, vacant: unknown): boolean {
  return typeof vacant === 'number' && vacant !== authorized - actual;
}

/** The prose says itself by how many: 超编2名, 超职数配备两名. */
function doesAdmit(text: string, excess: number): boolean {
  const said = text.matchAll(/超[^，。；、\d]{0,8}?(\d+|[一两二三四五六七八九十])(?:名|人|个)/gu);
  return [...said].some(([, count = '']) => Number(count) === excess || count === HAN_DIGITS[excess]);
}

const HAN_DIGITS = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
