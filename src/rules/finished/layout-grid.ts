import { reportDeviations } from '../report-deviations.ts';
import type { LayoutRule } from '../rule.ts';

export const layoutGrid: LayoutRule = {
  id: 'layout-grid',
  stage: 'layout',
  severity: 'warning',
  docs: {
    title: '行距和字距',
    why: '每面22行、每行28个字，撑满版心。行距改小、段落之间加间距，页面就不是公文的样子。28～29磅的固定行距都算对。',
    fix: '正文行距设为固定值28.95磅（28～29磅），段前、段后设为0。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '5.2.3', rank: '规定' },
  },
  examples: [
    { input: '行距：固定值24.5磅', reports: ['行距不对：现为行距24.5磅，每面26行'] },
    { input: '行距：1.5倍', reports: ['行距不对：现为1.5倍行距'] },
    { input: '段后：10磅', reports: ['段落之间有间距：现为段后10磅'] },
    { input: '行距：固定值28磅', reports: [] },
    { input: '行距：固定值29磅', reports: [] },
  ],
  check(subject, report) {
    reportDeviations('layout-grid', subject, report);
  },
};
