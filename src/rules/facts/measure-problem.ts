import { isUnread } from '../../account/unread.ts';
import type { FactsRule } from '../rule.ts';

export const measureProblem: FactsRule = {
  id: 'measure-problem',
  stage: 'facts',
  severity: 'warning',
  docs: {
    title: '措施没有写对应哪个问题',
    why: '整改清单要求每条措施对应具体问题。没有对应的措施排在最后，检查时看不出它整改的是什么。',
    fix: '在措施里写“对应问题”，填问题的编号或者标题；一条措施管几个问题的写成列表，例如 [P1, P2]。',
    basis: { source: '巡视巡察整改的通行做法：措施与问题逐条对应', rank: '通常' },
  },
  examples: [
    {
      input:
        '问题:\n  - {编号: P1, 标题: 学习不够深入}\n措施:\n  - {标题: 加强学习, 责任领导: 分管领导, 时限: 长期坚持}',
      reports: ['措施“加强学习”没有写对应问题'],
    },
    {
      input:
        '问题:\n  - {编号: P1, 标题: 学习不够深入}\n措施:\n  - {标题: 加强学习, 对应问题: P1, 责任领导: 分管领导, 时限: 长期坚持}',
      reports: [],
    },
  ],
  check({ account, facts, unread }, report) {
    for (const index of account.links('measures').unlinked) {
      if (isUnread(unread, `measures.${index}`, ['problems'])) continue;
      report({
        at: { path: `measures.${index}` },
        message: `措施“${facts.measures?.[index]?.title ?? ''}”没有写对应问题`,
        hint: '在“对应问题”里填问题的编号或标题，例如 P1 或 [P1, P2]。',
      });
    }
  },
};
