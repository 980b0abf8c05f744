import { isUnread } from '../../account/unread.ts';
import {
  type CalendarDate,
  type Deadline,
  firstDay,
  formatDate,
  lastDay,
  PERMANENT,
} from '../../facts/dates.ts';
import type { ListItem } from '../../facts/facts.ts';
import type { FactsRule, Report } from '../rule.ts';

export const measureDeadline: FactsRule = {
  id: 'measure-deadline',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '措施没有时限，或者时限已过',
    why: '每条措施要有完成时限，长期坚持的写明长期坚持。时限早于报告日期而措施还没有完成，就是逾期，不能照样报出去。',
    fix: '填上“时限”；没有终点的写“长期坚持”。已经做完的把“状态”改为“已完成”并写佐证。没有做完的照实报：在“时限”那一行末尾写“# 忽略 measure-deadline：逾期的原因和下一步安排”，报告和台账里都写明已经逾期。',
    basis: {
      source: '巡视巡察整改的通行做法：问题、任务、责任、时限四清单',
      rank: '通常',
      proof: '事实里缺时限，或时限早于报告期',
    },
  },
  examples: [
    {
      input:
        '问题:\n  - {编号: P1, 标题: 学习不够深入}\n措施:\n  - {标题: 加强学习, 对应问题: P1, 责任单位: 党建办}',
      reports: ['措施“加强学习”没有时限'],
    },
    {
      input:
        '报告: {日期: 2023-11-06}\n问题:\n  - {编号: P1, 标题: 学习不够深入}\n措施:\n  - {标题: 加强学习, 对应问题: P1, 责任单位: 党建办, 时限: 2023-10-20, 状态: 推进中}',
      reports: ['2023-10-20'],
    },
    {
      input:
        '报告: {日期: 2023-11-06}\n问题:\n  - {编号: P1, 标题: 学习不够深入}\n措施:\n  - {标题: 加强学习, 对应问题: P1, 责任单位: 党建办, 时限: 2023-11-06}',
      reports: [],
    },
    {
      input:
        '报告: {日期: 2023-11-06}\n问题:\n  - {编号: P1, 标题: 学习不够深入}\n措施:\n  - {标题: 加强学习, 对应问题: P1, 责任单位: 党建办, 状态: 长期坚持}',
      reports: [],
    },
  ],
  check({ facts, unread }, report) {
    for (const [index, measure] of (facts.measures ?? []).entries()) {
      const path = `measures.${index}`;
      if (isUnread(unread, path, ['deadline', 'status'])) continue;
      if (measure.deadline === undefined) reportMissing(measure, path, report);
      else reportOverdue(measure, measure.deadline, path, { date: facts.report?.date, report });
    }
  },
};

type DatedMeasure = ListItem<'measures'>;

function reportMissing({ title = '', status }: DatedMeasure, path: string, report: Report): void {
  if (status === PERMANENT) return;
  report({
    at: { path },
    message: `措施“${title}”没有时限`,
    hint: '填上“时限”，例如 2023-12-20；没有终点的写“长期坚持”。',
  });
}

function reportOverdue(
  measure: DatedMeasure,
  deadline: Deadline,
  path: string,
  { date, report }: { readonly date: CalendarDate | undefined; readonly report: Report },
): void {
  if (date === undefined || deadline === PERMANENT || !isPastDeadline(measure, deadline, date)) return;
  report({
    at: { path: `${path}.deadline` },
    message: `措施“${measure.title ?? ''}”的时限${formatDate(deadline)}早于报告日期${formatDate(date)}，状态还不是“已完成”`,
    hint: '做完了的把“状态”写成“已完成”并写佐证；没有做完的照实报，在这一行末尾写 # 忽略 measure-deadline：逾期的原因，报告和台账会写明已经逾期。',
    related: [{ message: `报告日期${formatDate(date)}`, at: { path: 'report.date' } }],
  });
}

/** A month is over with its last day; what is done or never ends is not overdue. */
function isPastDeadline({ status }: DatedMeasure, deadline: CalendarDate, date: CalendarDate): boolean {
  return status !== '已完成' && status !== PERMANENT && lastDay(deadline) < firstDay(date);
}
