import type { ReadingRule } from '../rule.ts';

export const cutText: ReadingRule = {
  id: 'cut-text',
  stage: 'reading',
  severity: 'warning',
  docs: {
    title: '文字从“#”起没有读进来',
    why: '没加引号的文字里，空格后面的“#”开始一条注释：“抓实日常管理 #1，把监督融入经常”只读进前六个字，后面的报告里就没有了。“#”后面空一格的，当作真的注释，不提醒。',
    fix: '要写进报告的，给整段文字加上英文引号；是注释的，在“#”后面空一格。',
    basis: { source: 'YAML 1.2.2', clause: '6.6 注释', rank: '规定' },
  },
  examples: [
    {
      input: '工作:\n  - {标题: 加强学习, 内容: 每月学习一次。}\n  - 标题: 抓实日常管理 #1，把监督融入经常',
      reports: ['#1，把监督融入经常'],
    },
    {
      input:
        '工作:\n  - 标题: "抓实日常管理 #1，把监督融入经常" # 加了引号\n    内容: 每月谈心一次。 # 待核实',
      reports: [],
    },
    { input: '党员:\n  总数: 486 #台账数\n单位:\n  名称: 青禾县云溪镇 #全称', reports: [] },
    { input: '党支部:\n  名册:\n    - 名称: 机关 #2支部', reports: ['#2支部'] },
  ],
};
