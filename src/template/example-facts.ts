import type { Facts } from '../facts/facts.ts';

/** The facts that every helper's example is printed with, in the tests and in the documentation. */
export const EXAMPLE_FACTS: Facts = {
  unit: { name: '青禾县云溪镇', kind: '镇', superior: '县委' },
  report: { date: { year: 2023, month: 11, day: 6 }, from: { year: 2022, month: 1 } },
  overview: { villages: 6, communities: 0, population: 22000, farmland: 35160.5 },
  branches: {
    total: 9,
    byKind: new Map([
      ['机关', 3],
      ['村', 6],
    ]),
  },
  members: { total: 300, full: 290, probationary: 10 },
  posts: [
    { category: '行政', authorized: 25, actual: 23, vacant: 2 },
    { category: '事业编制', authorized: 30, actual: 31 },
  ],
  economy: { income: 90, lastIncome: 80 },
  compliance: [
    { item: '超职数配备', answer: '无' },
    { item: '民主评议满意率', answer: '98.5%' },
  ],
  preamble: '现报告如下',
  work: [{ title: '建强支部', body: '逐村走访', points: ['补齐制度', '配强书记'] }],
  problems: [
    {
      title: '后备力量不足',
      body: '年轻干部偏少',
      cases: ['东沟村书记空缺', '西沟村无后备人选'],
    },
  ],
  measures: [
    {
      title: '建立后备名单',
      deadline: { year: 2023, month: 12 },
      evidence: ['会议记录', '轮岗方案'],
    },
  ],
};
