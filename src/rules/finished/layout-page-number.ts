import { reportDeviations } from '../report-deviations.ts';
import type { LayoutRule } from '../rule.ts';

export const layoutPageNumber: LayoutRule = {
  id: 'layout-page-number',
  stage: 'layout',
  severity: 'warning',
  docs: {
    title: '页码',
    why: '四号半角宋体阿拉伯数字，左右各一条一字线，单页码居右空一字，双页码居左空一字。',
    fix: '在页脚里写“— 1 —”，设奇偶页不同，奇数页右对齐、偶数页左对齐，各空一字。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '7.5', rank: '规定' },
  },
  examples: [
    { input: '页码：1', reports: ['页码的写法不对：现为1，应为— 1 —'] },
    { input: '页码：- 1 -', reports: ['页码的写法不对：现为- 1 -'] },
    { input: '页码：第1页', reports: ['页码的写法不对：现为第1页'] },
    { input: '页码：', reports: ['没有页码'] },
    { input: '页码字号：9磅', reports: ['页码的字体或字号不对：现为小五'] },
    { input: '单页码：中\n双页码：中', reports: ['页码的位置不对：现为居中'] },
    { input: '奇偶页不同：否', reports: ['页码的位置不对：现为单双页都居右'] },
    { input: '页码：—1—', reports: [] },
  ],
  check(subject, report) {
    reportDeviations('layout-page-number', subject, report);
  },
};
