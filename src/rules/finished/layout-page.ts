import { reportDeviations } from '../report-deviations.ts';
import type { LayoutRule } from '../rule.ts';

export const layoutPage: LayoutRule = {
  id: 'layout-page',
  stage: 'layout',
  severity: 'warning',
  docs: {
    title: '用纸和页边',
    why: '公文用A4纸，天头37毫米、订口28毫米，版心156×225毫米。纸和页边不对，每面的行数、字数全跟着变，装订也对不齐。',
    fix: '在“页面设置”里把纸张设为A4，页边距设为上3.7、下3.5、左2.8、右2.6厘米。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '5.1、5.2.1', rank: '规定' },
  },
  examples: [
    { input: '纸张：184×260毫米', reports: ['用纸不对：现为16开'] },
    { input: '纸张：195×270毫米', reports: ['用纸不对：现为16开'] },
    { input: '上边距：31毫米', reports: ['页边距不对：现为上31毫米，应为上37毫米'] },
    {
      input: '上边距：25.4毫米\n下边距：25.4毫米\n左边距：31.8毫米\n右边距：31.8毫米',
      reports: ['页边距不对：现为上25.4毫米，左31.8毫米，下25.4毫米，右31.8毫米'],
    },
    { input: '上边距：37.8毫米\n左边距：27.2毫米', reports: [] },
  ],
  check(subject, report) {
    reportDeviations('layout-page', subject, report);
  },
};
