import { reportClaims } from '../report-claims.ts';
import type { ProseRule } from '../rule.ts';

/** S3. No value that cannot be. */
export const proseImpossible: ProseRule = {
  id: 'prose-impossible',
  stage: 'prose',
  severity: 'error',
  docs: {
    title: '不可能的数值',
    why: '整改率、到会率超过100%，人均收入几十万元，“20231106日”：小数点、单位或者“年月”丢了，一看就知道，却常常没人看。',
    fix: '核对原始数字，补上漏掉的小数点、单位或年月。超额完成任务的“完成率”可以超过100%，不报。',
    basis: { source: '部分不大于整体，比率不超过100%', rank: '通常', proof: '四则运算' },
  },
  examples: [
    { input: '贫困户退出率2030%。', reports: ['2030%'] },
    { input: '女党员62名，占党员总数的206%。', reports: ['206%'] },
    { input: '农民人均可支配收入530412元。', reports: ['530412元'] },
    { input: '会议于20231106日召开。', reports: ['20231106日'] },
    { input: '全年税收任务完成率103.5%，同比增长120%，到会率100%。', reports: [] },
    { input: '农民人均可支配收入21041元。', reports: [] },
  ],
  check(subject, report) {
    reportClaims('prose-impossible', subject, report);
  },
};
