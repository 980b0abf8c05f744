import { reportDeviations } from '../report-deviations.ts';
import type { LayoutRule } from '../rule.ts';

export const layoutTable: LayoutRule = {
  id: 'layout-table',
  stage: 'layout',
  severity: 'warning',
  docs: {
    title: '表格的版面',
    why: '表格宽出版心会印不全，跨页的表格每页要有表头。',
    fix: '缩窄列宽，或者把这一页改为横排；选中表头行，设为“在各页顶端以标题行形式重复出现”。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '8', rank: '通常' },
  },
  examples: [
    { input: '表格宽：180毫米', reports: ['表格宽出版心：现为宽180毫米'] },
    { input: '表格宽：156毫米', reports: [] },
  ],
  check(subject, report) {
    reportDeviations('layout-table', subject, report);
  },
};
