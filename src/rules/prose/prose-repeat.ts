import { reportClaims } from '../report-claims.ts';
import type { ProseRule } from '../rule.ts';

/** S3. One figure is stated one way, one item once. */
export const proseRepeat: ProseRule = {
  id: 'prose-repeat',
  stage: 'prose',
  severity: 'warning',
  docs: {
    title: '同一个数前后不一',
    why: '同一份报告前面写“全镇共有党员486名”，后面写“全镇共有党员468名”；或者同一列举里一个单位列了两次：改了一处，忘了另一处。',
    fix: '核对后前后一致；时间或口径不同的，写明时间和口径。',
    basis: { source: '正文自己写的数', rank: '通常', proof: '同一个数两处不同' },
  },
  examples: [
    { input: '全镇共有党员486名。\n全镇共有党员468名，分布在16个党支部。', reports: ['468名'] },
    { input: '委员中，民革2名，民盟3名，民建1名，民盟1名，九三学社1名。', reports: ['民盟1名'] },
    { input: '全镇共有党员486名。\n截至2021年底，全镇共有党员470名。', reports: [] },
    { input: '全县共有党员2.2万名。\n全县共有党员21987名。', reports: [] },
  ],
  check(subject, report) {
    reportClaims('prose-repeat', subject, report);
  },
};
