import type { ReadingRule } from '../rule.ts';

export const unusedIgnore: ReadingRule = {
  id: 'unused-ignore',
  stage: 'reading',
  severity: 'warning',
  docs: {
    title: '忽略已经用不着',
    why: '问题改好以后，留下的忽略会把以后的新问题也盖住。',
    fix: '删去这条注释；写错位置的，移到有问题的那一行末尾，或者单独放在上一行。',
    basis: { source: '本工具的约定（配置文件）', rank: '建议' },
  },
  examples: [
    {
      input: '党支部:\n  总数: 9 # 忽略 tally-sum：有一个联合支部两处计数\n  分类: {机关: 3, 村: 6}',
      reports: ['# 忽略 tally-sum：有一个联合支部两处计数'],
    },
  ],
};
