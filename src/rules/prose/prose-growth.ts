import { reportClaims } from '../report-claims.ts';
import type { ProseRule } from '../rule.ts';

/** S3. A rate of growth fits what it was and what it is, or how much it grew. */
export const proseGrowth: ProseRule = {
  id: 'prose-growth',
  stage: 'prose',
  severity: 'error',
  docs: {
    title: '增减率',
    why: '“收入1320万元，比上年的1200万元增长12%”：三个数里有一个没有跟着改。财政、统计稿里这样的三元组最多。',
    fix: '增减率等于增减额除以上年数，重新计算；按可比价格或者调整后的口径计算的，写明。地区生产总值、增加值、总产值不核对。',
    basis: { source: '增减率＝增减量÷上期数', rank: '通常', proof: '四则运算' },
  },
  examples: [
    { input: '全年完成税收1430万元，比上年的1300万元增长12%。', reports: ['12%'] },
    { input: '非税收入15000万元，比上年减收2600万元，下降17.3%。', reports: ['17.3%'] },
    { input: '集体经济收入由400万元增长到500万元，增长20%。', reports: ['20%'] },
    { input: '集体经济收入500万元，是上年200万元的4倍。', reports: ['4倍'] },
    { input: '全年完成税收1430万元，比上年的1300万元增长10%。', reports: [] },
    { input: '全年生产总值187.46亿元，上年的168.92亿元，同比增长8.4%。', reports: [] },
    { input: '公共财政预算收入完成年初预算52000万元的38.2%，比上年减收960万元，下降3.8%。', reports: [] },
    { input: '存款余额16500万元，比年初增加2300万元，同比增长14.5%。', reports: [] },
  ],
  check(subject, report) {
    reportClaims('prose-growth', subject, report);
  },
};
