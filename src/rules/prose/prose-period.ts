import { reportClaims } from '../report-claims.ts';
import type { ProseRule } from '../rule.ts';

/** S3. Times that are compared are two, and days count up. */
export const prosePeriod: ProseRule = {
  id: 'prose-period',
  stage: 'prose',
  severity: 'error',
  docs: {
    title: '比较的时期和天数',
    why: '“2023年工业总产值比2023年翻一番”是批量替换年份留下的；“5月1日至6月13日，为期40天”一算就知道不对。',
    fix: '核对比较的年份、起止日期和天数。首尾都算或者只算一头都可以。',
    basis: { source: '日历', rank: '通常', proof: '起止日期之间的天数' },
  },
  examples: [
    { input: '2023年全镇工业总产值18亿元，比2023年翻一番。', reports: ['2023年'] },
    { input: '4月1日至4月30日，开展了为期20天的专项检查。', reports: ['20天'] },
    { input: '4月1日至4月30日，开展了为期30天的专项检查。', reports: [] },
    { input: '4月1日至4月30日，专项检查历时29天。', reports: [] },
    {
      input: '2023年，全镇工业总产值18亿元，比2022年增加3亿元。截至2023年底，党员比2023年初增加3名。',
      reports: [],
    },
  ],
  check(subject, report) {
    reportClaims('prose-period', subject, report);
  },
};
