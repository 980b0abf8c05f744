import { type CalendarDate, firstDay, formatDate, lastDay } from '../../facts/dates.ts';
import type { Facts } from '../../facts/facts.ts';
import type { FactsRule, Report } from '../rule.ts';

export const dateOrder: FactsRule = {
  id: 'date-order',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '日期先后不对',
    why: '报告期的起始日期不晚于截止日期，截止日期不晚于成文日期；巡察结束以后才反馈，措施的完成日期不晚于成文日期；支部书记是党员，到成文日期应已年满十八周岁。颠倒的日期多半是年份或月份写错了。',
    fix: '核对两个日期，改正写错的一个。',
    basis: { source: '事实文件自己写的日期', rank: '通常', proof: '两个日期的先后' },
  },
  examples: [
    { input: '报告: {起: 2023-06, 止: 2023-01, 日期: 2023-11-06}', reports: ['2023-06'] },
    { input: '报告: {起: 2023-01, 止: 2023-12, 日期: 2023-11-06}', reports: ['2023-12'] },
    { input: '报告: {起: 2023-01, 止: 2023-11, 日期: 2023-11-06}', reports: [] },
    {
      input: '报告: {日期: 2023-11-06}\n反馈: {起: 2023-06, 止: 2023-05, 日期: 2023-07}',
      reports: ['2023-06'],
    },
    { input: '报告: {日期: 2023-11-06}\n反馈: {日期: 2023-12-01}', reports: ['2023-12-01'] },
    {
      input: '报告: {日期: 2023-11-06}\n措施:\n  - {标题: 加强学习, 完成日期: 2023-11-20}',
      reports: ['2023-11-20'],
    },
    { input: '报告: {日期: 2023-11-06}\n措施:\n  - {标题: 加强学习, 完成日期: 2023-11}', reports: [] },
    {
      input: '报告: {日期: 2023-11-06}\n党支部:\n  名册:\n    - {名称: 柳湾村党支部, 书记: {出生: 2013-05}}',
      reports: ['2013-05'],
    },
  ],
  check({ facts }, report) {
    const { from, to, date } = facts.report ?? {};
    const isOrdered = checkDateOrder(
      ['起始日期', 'report.from', from],
      ['截止日期', 'report.to', to],
      report,
    );
    const last = ['报告日期', 'report.date', date] as const;
    if (to !== undefined) checkDateOrder(['截止日期', 'report.to', to], last, report);
    else if (isOrdered) checkDateOrder(['起始日期', 'report.from', from], last, report);
    checkFeedback(facts.feedback, last, report);
    for (const [index, { title = '', completed }] of (facts.measures ?? []).entries()) {
      checkDateOrder([`措施“${title}”的完成日期`, `measures.${index}.completed`, completed], last, report);
    }
    checkBirths(facts.branches?.roster ?? [], date, report);
  },
};

type NamedDate = readonly [name: string, path: string, date: CalendarDate | undefined];

/** The inspection, then its feedback, then the report on it; each date is held against the next that is stated. */
function checkFeedback(
  { from, to, date }: NonNullable<Facts['feedback']> = {},
  last: NamedDate,
  report: Report,
): void {
  const dates: readonly NamedDate[] = [
    ['巡察开始日期', 'feedback.from', from],
    ['巡察结束日期', 'feedback.to', to],
    ['反馈日期', 'feedback.date', date],
    last,
  ];
  const stated = dates.filter(([, , each]) => each !== undefined);
  for (const [index, each] of stated.entries()) {
    const next = stated[index + 1];
    if (next !== undefined) checkDateOrder(each, next, report);
  }
}

/** A month is taken for any of its days. */
function checkDateOrder(
  [name, path, date]: NamedDate,
  [laterName, laterPath, later]: NamedDate,
  report: Report,
): boolean {
  if (date === undefined || later === undefined || firstDay(date) <= lastDay(later)) return true;
  report({
    at: { path },
    message: `${name}${formatDate(date)}晚于${laterName}${formatDate(later)}`,
    hint: '核对这两个日期，多半是年份或月份写错了。',
    related: [{ message: `${laterName}${formatDate(later)}`, at: { path: laterPath } }],
  });
  return false;
}

const ADULT = 18;
const OLDEST = 110;

function checkBirths(
  roster: NonNullable<NonNullable<Facts['branches']>['roster']>,
  date: CalendarDate | undefined,
  report: Report,
): void {
  if (date === undefined) return;
  for (const [index, { name = '支部', secretary }] of roster.entries()) {
    const { born } = secretary ?? {};
    if (born === undefined) continue;
    const years = date.year - born.year;
    if (years > ADULT && years <= OLDEST) continue;
    const isTooYoung = firstDay({ ...born, year: born.year + ADULT }) > lastDay(date);
    if (!isTooYoung && born.year >= date.year - OLDEST) continue;
    report({
      at: { path: `branches.roster.${index}.secretary.born` },
      message: `${name}书记${formatDate(born)}出生，到报告日期${isTooYoung ? `不满 ${ADULT} 周岁` : `已超过 ${OLDEST} 岁`}`,
      hint: '核对出生年月，多半是年份写错了。',
      related: [{ message: `报告日期${formatDate(date)}`, at: { path: 'report.date' } }],
    });
  }
}
