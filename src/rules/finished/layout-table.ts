import { reportDeviations } from '../report-deviations.ts';
import type { LayoutRule } from '../rule.ts';

export const layoutTable: LayoutRule = {
  id: 'layout-table',
  stage: 'layout',
  severity: 'warning',
  docs: {
    title: '表格的版面',
    why: '表格宽出版心会印不全，跨页的表格每页要有表头，横排的页装订以后页码要与别的页在一处。',
    fix: '缩窄列宽，或者把这一页改为横排；选中表头行，设为“在各页顶端以标题行形式重复出现”；横排页的页码放进左边页边，文字转向。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '8', rank: '通常' },
  },
  examples: [
    { input: '表格宽：180毫米', reports: ['表格宽出版心：现为宽180毫米'] },
    { input: '表格宽：156毫米', reports: [] },
    { input: '表格缩进：-12毫米', reports: ['表格伸出版心：现为左边伸出12毫米'] },
    { input: '表格缩进：20毫米', reports: ['表格伸出版心：现为右边伸出12毫米'] },
    { input: '表格设宽：170毫米', reports: [] },
    { input: '表格字号：7磅', reports: ['表格的字号不合适：现为7磅'] },
    { input: '表格字号：9磅', reports: [] },
    { input: '表格行数：40行', reports: ['跨页的表格没有重复表头：现为40行，表头不重复'] },
    { input: '表格行数：40行\n重复表头：1行', reports: [] },
    {
      input: '表格行数：40行\n表头行数：2行\n重复表头：1行',
      reports: ['跨页的表格没有重复表头：现为表头有2行，只重复1行'],
    },
    { input: '附件横排：是', reports: ['横排页的页码换了位置：现为在横排页的下方'] },
  ],
  check(subject, report) {
    reportDeviations('layout-table', subject, report);
  },
};
