import type { ReadingRule } from '../rule.ts';

export const schema: ReadingRule = {
  id: 'schema',
  stage: 'reading',
  severity: 'error',
  docs: {
    title: '不合要求的项目',
    why: '项目名写错，内容就进不了报告；该写数的地方写了文字、日期不存在、必需的事实没有写，报告就会缺一块或者出错。',
    fix: '按提示改正项目名或内容。全部项目见 report schema；在编辑器里打开 report init 写出的文件，会当场提示。',
    basis: {
      source: '事实文件的约定（report schema）',
      rank: '规定',
      proof: '文件里缺的、多的、类型不合的项目',
    },
  },
  examples: [
    { input: '党元:\n  总数: 300', reports: ['党元'] },
    { input: '党员:\n  总数: 三百', reports: ['三百'] },
    { input: '单位:\n  类型: 村', reports: ['村'] },
    { input: '报告:\n  日期: 2023-02-30', reports: ['2023-02-30'] },
    { input: '党员:\n  总数: 待补', reports: [] },
  ],
};
