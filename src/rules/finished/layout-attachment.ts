import { reportDeviations } from '../report-deviations.ts';
import type { LayoutRule } from '../rule.ts';

export const layoutAttachment: LayoutRule = {
  id: 'layout-attachment',
  stage: 'layout',
  severity: 'warning',
  docs: {
    title: '附件说明和附件',
    why: '几个附件要编顺序号，名称后不加标点；附件另面编排，“附件”二字三号黑体顶格，标题在第三行居中，与附件说明一致。',
    fix: '附件说明写成“附件：1.…”，下一行“2.…”对齐；每个附件另起一面。',
    basis: { source: '《党政机关公文格式》（GB/T 9704-2012）', clause: '7.3.4、7.3.7', rank: '规定' },
  },
  examples: [
    { input: '附件说明：附件：培训班次情况表|培训计划', reports: ['几个附件没有编顺序号'] },
    { input: '附件说明：附件：1.培训班次情况表。|2.培训计划。', reports: ['附件名称后面有标点：现为“。”'] },
    { input: '附件说明：附件：1.培训计划\n附件：附件 培训计划', reports: ['只有一个附件，不编顺序号'] },
    { input: '附件说明：附件：1.培训班次情况表|2.培训安排', reports: ['附件说明与附件不一致'] },
    { input: '附件另面：否', reports: ['附件没有另面编排'] },
    { input: '附件说明缩进：0字', reports: ['附件说明的位置不对：现为左空0字'] },
    {
      input: '附件：附件1： 培训班次情况表|附件2： 培训计划',
      reports: ['“附件”二字排得不对：现为后面有冒号'],
    },
    { input: '附件说明：附件：培训计划\n附件：附件 培训计划', reports: [] },
    // The second one is in a file of its own.
    { input: '附件说明：附件：1.培训班次情况表|2.培训计划\n附件：附件1 培训班次情况表', reports: [] },
    {
      input: '附件说明：附件：1.培训班次情况表|2.培训计划\n附件：附件3 培训班次情况表',
      reports: ['附件说明与附件不一致'],
    },
    { input: '附件说明：\n附件：', reports: [] },
  ],
  check(subject, report) {
    reportDeviations('layout-attachment', subject, report);
  },
};
