import { reportDeviations } from '../report-deviations.ts';
import type { LayoutRule } from '../rule.ts';

export const layoutSignature: LayoutRule = {
  id: 'layout-signature',
  stage: 'layout',
  severity: 'warning',
  docs: {
    title: '署名、成文日期和附注',
    why: '署名和成文日期要齐全，位置按有没有印章各有排法；日期用阿拉伯数字写全年、月、日，不编虚位。',
    fix: '不加盖印章的，署名右空2字，日期首字比署名首字右移2字；加盖印章的，日期右空4字，署名在日期上居中。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '7.3.5、7.3.6', rank: '规定' },
  },
  examples: [
    { input: '日期：2025.4.1', reports: ['成文日期的写法不对：现为2025.4.1，应为2025年4月1日'] },
    { input: '日期：二〇二五年四月一日', reports: ['成文日期的写法不对：现为二〇二五年四月一日'] },
    { input: '日期：', reports: ['没有成文日期，应有'] },
    { input: '日期右空：2字', reports: ['署名和成文日期的位置不对：现为署名右空2字，日期右空2字'] },
    { input: '署名上空：3行', reports: ['正文与署名之间空得不对：现为空了3行'] },
    { input: '日期右空：4字\n署名右空：2.1字', reports: [] },
    { input: '附注：（联系人：张某）', reports: [] },
  ],
  check(subject, report) {
    reportDeviations('layout-signature', subject, report);
  },
};
