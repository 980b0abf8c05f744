import { reportProblems } from '../report-problems.ts';
import type { FactsRule } from '../rule.ts';

export const source: FactsRule = {
  id: 'source',
  stage: 'facts',
  severity: 'error',
  docs: {
    title: '读不出的名册或上期',
    why: '上期的事实文件读不出来，就没有与上期核对。名册读不出来，或者分不清是哪一类、哪一列，数字就没有核对过。公式没有计算结果、出现错误值的，统计出来的数一定不对，所以一个都不统计。表头与平常的写法差一点、因而没有认出来的列，也在这里提示。',
    fix: '照提示改正文件名、工作表或表头；表头与平常不同的，在“名册”这一项里写“列”。.xls、.et 和设了密码的，用 Excel 或 WPS 另存为 .xlsx。',
    basis: { source: '事实文件的约定（report schema）', rank: '通常', proof: '文件本身读不出' },
  },
  examples: [
    { input: '上期: 去年.yaml', files: {}, reports: ['去年.yaml'] },
    { input: '名册:\n  - 党员名册.csv', files: {}, reports: ['党员名册.csv'] },
    {
      input: '名册:\n  - 党员名册.csv',
      files: { '党员名册.csv': '姓名,性别,人员类别,文化程度,学历\n甲乙,男,正式党员,本科,本科' },
      reports: ['党员名册.csv'],
    },
    {
      input: '名册:\n  - {文件: 党员名册.csv, 列: {学历: 文化程度}}',
      files: { '党员名册.csv': '姓名,性别,人员类别,文化程度,学历\n甲乙,男,正式党员,本科,本科' },
      reports: [],
    },
  ],
  check({ sources, previous }, report) {
    if (previous !== undefined && 'message' in previous) {
      report({ at: { path: 'previous' }, message: previous.message, hint: previous.hint });
    }
    reportProblems('source', sources, report);
  },
};
