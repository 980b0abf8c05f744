import { mentions, successorOf } from '../../account/since-last-time.ts';
import { stageOf } from '../../facts/progress.ts';
import type { FactsRule, FactsSubject } from '../rule.ts';

export const promiseDropped: FactsRule = {
  id: 'promise-dropped',
  stage: 'facts',
  severity: 'warning',
  docs: {
    title: '上期的措施、打算没有下文',
    why: '上期报告里写的措施和打算，这一次既没有写完成，也没有接着写。巡察、检查时先看的就是上次答应的事办了没有。',
    fix: '接着写：措施沿用原来的编号或标题，写明状态；做完的写“已完成”和佐证；不再做的，在工作里说明。上期已经完成和长期坚持的不问。',
    basis: { source: '上期的事实文件', rank: '建议' },
  },
  examples: [
    {
      input: '上期: 去年.yaml\n措施:\n  - {编号: M7, 标题: 加密村级巡查}',
      files: { '去年.yaml': '措施:\n  - {编号: M1, 标题: 每月核对台账, 状态: 推进中}' },
      reports: ['去年.yaml'],
    },
    {
      input: '上期: 去年.yaml\n措施:\n  - {编号: M1, 标题: 按月清查台账}',
      files: { '去年.yaml': '措施:\n  - {编号: M1, 标题: 每月核对台账, 状态: 推进中}' },
      reports: [],
    },
    {
      input: '上期: 去年.yaml\n工作:\n  - {标题: 党务公开, 内容: 建成村级党务公开栏9个}',
      files: {
        '去年.yaml': '打算:\n  - {标题: 建成村级党务公开栏}\n措施:\n  - {标题: 清理台账, 状态: 已完成}',
      },
      reports: [],
    },
  ],
  check(subject, report) {
    const { previous } = subject;
    if (previous === undefined || 'message' in previous) return;
    for (const { what, title } of promises(subject)) {
      report({
        at: { path: 'previous' },
        message: `上期的${what}“${title}”没有下文：没有写完成，也没有接着写（${previous.file}）`,
        hint: '做完的写“已完成”和佐证，没有做完的接着写（沿用编号或标题）；不再做的，在工作里说明。',
      });
    }
  },
};

function promises({ previous, facts, passages }: FactsSubject) {
  if (previous === undefined || 'message' in previous) return [];
  const { measures = [], plans = [] } = previous.facts;
  const open = measures.filter((measure) => {
    const stage = stageOf(measure);
    return (
      stage !== '已完成' &&
      stage !== '长期坚持' &&
      successorOf(measure, facts.measures ?? []).index === undefined
    );
  });
  const isSilent = ({ title = '' }: { readonly title?: string }) =>
    title !== '' && !passages.some(({ text }) => mentions(text, title));
  return [
    ...open.filter(isSilent).map(({ title = '' }) => ({ what: '措施', title })),
    ...plans.filter(isSilent).map(({ title = '' }) => ({ what: '打算', title })),
  ];
}
