import { reportClaims } from '../report-claims.ts';
import type { ProseRule } from '../rule.ts';

/** S3. A difference fits the two figures that it is between. */
export const proseDifference: ProseRule = {
  id: 'prose-difference',
  stage: 'prose',
  severity: 'error',
  docs: {
    title: '两数之差',
    why: '“平均年龄44.2岁，比上届的49.5岁下降4.3岁”：两个数都写着，差数却是另一个。',
    fix: '核对两个数，再重新相减。',
    basis: { source: '差＝大数－小数', rank: '通常', proof: '四则运算' },
  },
  examples: [
    { input: '新一届村干部平均年龄43.1岁，比上届的48.6岁下降4.5岁。', reports: ['4.5岁'] },
    { input: '党员由475名增至486名，净增12名。', reports: ['12名'] },
    { input: '参学率由80%提高到92%，提高10个百分点。', reports: ['10个百分点'] },
    { input: '党员由475名增至486名，净增11名。', reports: [] },
    { input: '全市增幅17.43%，比全省平均增幅（12.51%）高5个百分点。', reports: [] },
    { input: '受理信访件140件，同比减少26件。', reports: [] },
  ],
  check(subject, report) {
    reportClaims('prose-difference', subject, report);
  },
};
