import { isUnread } from '../../account/unread.ts';
import type { FactsRule } from '../rule.ts';

export const measureOwner: FactsRule = {
  id: 'measure-owner',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '措施没有责任人',
    why: '责任清单要求每条措施落实到领导、单位或人，没有责任的措施等于没有措施。',
    fix: '填“责任领导”“责任单位”“责任人”中的至少一项。',
    basis: {
      source: '巡视巡察整改的通行做法：问题、任务、责任、时限四清单',
      rank: '通常',
      proof: '事实里缺责任人',
    },
  },
  examples: [
    {
      input:
        '措施:\n  - {标题: 加强学习, 对应问题: P1, 时限: 长期坚持}\n问题:\n  - {编号: P1, 标题: 学习不够深入}',
      reports: ['措施“加强学习”没有责任领导、责任单位或责任人'],
    },
    {
      input:
        '措施:\n  - {标题: 加强学习, 对应问题: P1, 时限: 长期坚持, 责任单位: 党建办}\n问题:\n  - {编号: P1, 标题: 学习不够深入}',
      reports: [],
    },
  ],
  check({ facts, unread }, report) {
    for (const [index, { title = '', leader, department, owner }] of (facts.measures ?? []).entries()) {
      if ([leader, department, owner].some((name = '') => name.trim() !== '')) continue;
      if (isUnread(unread, `measures.${index}`, ['leader', 'department', 'owner'])) continue;
      report({
        at: { path: `measures.${index}` },
        message: `措施“${title}”没有责任领导、责任单位或责任人`,
        hint: '“责任领导”“责任单位”“责任人”至少填一项。',
      });
    }
  },
};
