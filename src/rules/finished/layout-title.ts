import { reportDeviations } from '../report-deviations.ts';
import type { LayoutRule } from '../rule.ts';

export const layoutTitle: LayoutRule = {
  id: 'layout-title',
  stage: 'layout',
  severity: 'warning',
  docs: {
    title: '标题的字体、字号和位置',
    why: '标题用二号小标宋，居中，不加粗。各家字库的小标宋都算对。',
    fix: '选中标题，设为二号小标宋、居中，去掉加粗。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '7.3.1', rank: '规定' },
  },
  examples: [
    { input: '标题字体：楷体_GB2312\n附件：\n附件说明：', reports: ['标题字体不对：现为楷体，应为小标宋'] },
    { input: '标题字号：18磅', reports: ['标题字号不对：现为小二（18磅）'] },
    { input: '标题加粗：是', reports: ['标题加粗了：现为加粗'] },
    { input: '标题字体：方正小标宋_GBK', reports: [] },
    { input: '标题字体：文星小标宋', reports: [] },
  ],
  check(subject, report) {
    reportDeviations('layout-title', subject, report);
  },
};
