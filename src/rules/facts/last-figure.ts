import { isYearBefore } from '../../account/since-last-time.ts';
import { type Facts, isNumber } from '../../facts/facts.ts';
import { FIGURE_FIELDS, figureIn, figureNamed } from '../../facts/figure-fields.ts';
import type { FactsRule } from '../rule.ts';

export const lastFigure: FactsRule = {
  id: 'last-figure',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '上年、上期的数与上期的报告不同',
    why: '上年收入、上期末党员数在上期的报告里已经报过。两次报的不一样，检查的人把两份放在一起就看出来了。',
    fix: '以核实过的为准：抄错的改过来；上期报错的，按规定更正，并在这一行写明理由后忽略。上期不是一年前的，不核对上年数。',
    basis: { source: '上期的事实文件', rank: '通常', proof: '两份事实文件写的同一个数' },
  },
  examples: [
    {
      input: '报告: {日期: 2026-01-10}\n上期: 去年.yaml\n集体经济: {收入: 252.6, 上年收入: 201.5}',
      files: { '去年.yaml': '报告: {日期: 2025-01-12}\n集体经济: {收入: 210.5}' },
      reports: ['201.5'],
    },
    {
      input: '报告: {日期: 2026-01-10}\n上期: 去年.yaml\n党员: {总数: 410, 增减: {上期: 400}}',
      files: { '去年.yaml': '报告: {日期: 2025-01-12}\n党员: {总数: 402}' },
      reports: ['400'],
    },
    {
      input: '报告: {日期: 2026-01-10}\n上期: 去年.yaml\n集体经济: {收入: 252.6, 上年收入: 210.5}',
      files: { '去年.yaml': '报告: {日期: 2025-01-12}\n集体经济: {收入: 210.5}' },
      reports: [],
    },
    {
      input: '报告: {日期: 2026-01-10}\n上期: 上半年.yaml\n集体经济: {收入: 252.6, 上年收入: 201.5}',
      files: { '上半年.yaml': '报告: {日期: 2025-07-12}\n集体经济: {收入: 110.5}' },
      reports: [],
    },
  ],
  check({ facts, previous }, report) {
    if (previous === undefined || 'message' in previous) return;
    for (const { path, label, of } of lastFigures(previous.facts, facts)) {
      const [said, was] = [figureIn(facts, figureNamed(path)), figureIn(previous.facts, figureNamed(of))];
      if (!isNumber(said) || !isNumber(was) || said === was) continue;
      report({
        at: { path },
        message: `${label}写的是 ${said}，上期 ${previous.file} 写的是 ${was}`,
        hint: '核对后改正；上期报错的，写明理由。',
      });
    }
  },
};

/** Figures that say what last time's were. */
function lastFigures(last: Facts, now: Facts) {
  const yearly = FIGURE_FIELDS.flatMap(({ path, label, field }) =>
    field.lastYearOf === undefined ? [] : [{ path, label, of: field.lastYearOf }],
  );
  const flow = { path: 'members.flow.last', label: '上期末党员数', of: 'members.total' };
  return isYearBefore(last, now) ? [...yearly, flow] : [flow];
}
