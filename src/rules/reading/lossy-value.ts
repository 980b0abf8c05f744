import type { ReadingRule } from '../rule.ts';

export const lossyValue: ReadingRule = {
  id: 'lossy-value',
  stage: 'reading',
  severity: 'error',
  docs: {
    title: '会走样的数',
    why: '前面带 0 的数、十几位的数、1e3 这样的写法，各种软件读出来不一样，报告里印的就可能不是原来写的数。',
    fix: '改成普通的写法，例如 512、1000。编号、电话之类不是数量的，写在文字项目里，那里原样保留。',
    basis: { source: '事实文件的约定（report schema）', rank: '通常', proof: '写法本身读不成一个数' },
  },
  examples: [
    { input: '概况:\n  人口: 0512', reports: ['0512'] },
    { input: '概况:\n  人口: 20000000000000000001', reports: ['20000000000000000001'] },
    { input: '概况:\n  人口: 1e3', reports: ['1e3'] },
    { input: '集体经济:\n  收入: 1.10', reports: [] },
    { input: '单位:\n  名称: 0512', reports: [] },
  ],
};
