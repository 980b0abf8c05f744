import { reportDeviations } from '../report-deviations.ts';
import type { LayoutRule } from '../rule.ts';

export const layoutHeading: LayoutRule = {
  id: 'layout-heading',
  stage: 'layout',
  severity: 'warning',
  docs: {
    title: '层次标题',
    why: '第一层黑体、第二层楷体、第三层和第四层仿宋，都是三号，左空2字。',
    fix: '按层次改字体；最好改标题样式，一次改全文。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '7.3.3', rank: '规定' },
  },
  examples: [
    { input: '二级标题字体：黑体', reports: ['二级标题字体不对：现为黑体，应为楷体'] },
    { input: '一级标题字体：楷体', reports: ['一级标题字体不对：现为楷体，应为黑体'] },
    { input: '三级标题字体：宋体', reports: ['三级标题字体不对：现为宋体，应为仿宋'] },
    { input: '标题缩进：0字', reports: ['标题缩进不对：现为首行缩进0字'] },
    { input: '一级标题字体：方正黑体_GBK\n二级标题字体：KaiTi', reports: [] },
  ],
  check(subject, report) {
    reportDeviations('layout-heading', subject, report);
  },
};
