import { reportDeviations } from '../report-deviations.ts';
import type { LayoutRule } from '../rule.ts';

export const layoutFont: LayoutRule = {
  id: 'layout-font',
  stage: 'layout',
  severity: 'warning',
  docs: {
    title: '段内的字体和颜色',
    why: '一段里夹着别的字体、字号或者颜色，多半是从别处粘贴来的。如无特殊说明，公文的文字都是黑色。',
    fix: '选中这一处，用格式刷刷成与全段一致；颜色设为自动或黑色。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '5.2.2、5.2.4', rank: '规定' },
  },
  examples: [
    { input: '段内另有：宋体', reports: ['段落里有一处字体或字号与全段不同：现为宋体'] },
    { input: '段内颜色：FF0000', reports: ['文字颜色不对：现为红色'] },
    { input: '正文颜色：0070C0', reports: ['文字颜色不对：现为蓝色'] },
    { input: '段内颜色：000000', reports: [] },
  ],
  check(subject, report) {
    reportDeviations('layout-font', subject, report);
  },
};
