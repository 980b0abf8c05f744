import { lostLinks, type ProblemLinks, problemIds, problemsWithout } from '../../account/problem-links.ts';
import type { Facts } from '../../facts/facts.ts';
import type { FactsRule } from '../rule.ts';

export const problemMeasure: FactsRule = {
  id: 'problem-measure',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '问题没有对应的措施',
    why: '查摆出来的每个问题都要有整改措施，否则问题清单和整改清单对不上。全文不写措施而写打算的，或者不写措施、问题也不编号的报告，不在此列。',
    fix: '给这个问题写一条措施，或者在已有措施的“对应问题”里加上它的编号或标题。',
    basis: {
      source: '巡视巡察整改的通行做法：措施与问题逐条对应',
      rank: '通常',
      proof: '问题没有与它相连的措施',
    },
  },
  examples: [
    {
      input:
        '问题:\n  - {编号: P1, 标题: 学习不够深入}\n  - {编号: P2, 标题: 台账不够规范}\n措施:\n  - {标题: 加强学习, 对应问题: P1, 责任领导: 分管领导, 时限: 长期坚持}',
      reports: ['问题“台账不够规范”没有对应的措施'],
    },
    {
      input:
        '问题:\n  - {编号: P1, 标题: 学习不够深入}\n  - {编号: P2, 标题: 台账不够规范}\n措施:\n  - {标题: 一并整改, 对应问题: [P1, P2], 责任领导: 分管领导, 时限: 长期坚持}',
      reports: [],
    },
    {
      input:
        '问题:\n  - {标题: 学习不够深入}\n  - {标题: 台账不够规范}\n措施:\n  - {标题: 加强学习, 对应问题: 学习不够深入, 责任领导: 分管领导, 时限: 长期坚持}',
      reports: ['问题“台账不够规范”没有对应的措施'],
    },
    {
      input:
        '问题:\n  - {编号: P1, 标题: 学习不够深入}\n  - {编号: P2, 标题: 台账不够规范}\n措施:\n  - {标题: 加强学习, 对应问题: [P1, P7], 责任领导: 分管领导, 时限: 长期坚持}',
      reports: ['问题“台账不够规范”没有对应的措施'],
    },
    {
      input:
        '问题:\n  - {编号: P1, 标题: 学习不够深入}\n  - {编号: P2, 标题: 台账不够规范}\n措施:\n  - {标题: 加强学习, 对应问题: P1, 责任领导: 分管领导, 时限: 长期坚持}\n  - {标题: 补齐台账, 对应问题: 台帐不够规范, 责任领导: 分管领导, 时限: 长期坚持}',
      reports: [],
    },
    { input: '问题:\n  - {标题: 学习不够深入}', reports: [] },
    { input: '问题:\n  - {编号: P1, 标题: 学习不够深入}', reports: ['问题“学习不够深入”没有对应的措施'] },
  ],
  check({ account, facts, unread }, report) {
    const links = account.links('measures');
    const open = problemsWithout(facts, links);
    const lost = lostLinks(unread, facts, 'measures');
    if (open.length === 0 || isExplained(facts, links, open.length - lost)) return;
    if (open.length > 1 && (facts.measures ?? []).length === 0) {
      const message = `${open.length} 个问题都没有对应的措施`;
      return report({ at: { path: 'problems', part: 'key' }, message, hint: '在“措施”里逐个写明怎么整改。' });
    }
    for (const { index, label } of open) {
      report({
        at: { path: `problems.${index}` },
        message: `问题${label}没有对应的措施`,
        hint: '写一条措施，或者在已有措施的“对应问题”里加上这个问题的编号或标题。',
      });
    }
  },
};

/**
 * A file that numbers no problems does not link them, and one that has plans instead of measures means these. A measure that names no problem,
 * or only wrong ones, may well be the one that is missed: that gap is reported at the measure.
 */
function isExplained(facts: Facts, { unlinked, astray, answers }: ProblemLinks, open: number): boolean {
  if (problemIds(facts).size === 0 && answers.every((items) => items.length === 0)) return true;
  if ((facts.measures ?? []).length === 0 && (facts.plans ?? []).length > 0) return true;
  return open <= unlinked.length + astray.length;
}
