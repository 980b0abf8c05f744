import type { ReadingRule } from '../rule.ts';

export const illegalCharacter: ReadingRule = {
  id: 'illegal-character',
  stage: 'reading',
  severity: 'error',
  docs: {
    title: '看不见的字符',
    why: '控制字符、零宽字符、改变书写方向的字符从网页和聊天软件里带进来，看不见，却会让文档打不开，或者让一个词查不到、排版错乱。',
    fix: '删去这个字符，最稳妥的是把这几个字重新输入一遍。',
    basis: { source: 'Unicode 标准', clause: '23 特殊区域与格式字符', rank: '规定', proof: '字符本身不显示' },
  },
  examples: [
    { input: '单位:\n  名称: "云溪\\u0007镇"', reports: ['\\u0007'] },
    { input: '单位:\n  名称: 云\u200b溪镇', reports: ['\u200b'] },
    { input: '单位:\n  名称: 云溪镇', reports: [] },
  ],
};
