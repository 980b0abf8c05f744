import type { ReadingRule } from '../rule.ts';

export const ignoreReason: ReadingRule = {
  id: 'ignore-reason',
  stage: 'reading',
  severity: 'warning',
  docs: {
    title: '忽略没有写理由',
    why: '用注释忽略一条规则，等于替报告担保这里没有问题，后来的人要看得出为什么。没有理由的忽略不起作用。',
    fix: '写成“# 忽略 规则：理由”或“# report-ignore 规则: 理由”，放在这一行末尾，或者单独放在上一行。',
    basis: { source: '本工具的约定（配置文件）', rank: '建议' },
  },
  examples: [
    {
      input: '党支部:\n  总数: 8 # 忽略 tally-sum\n  分类: {机关: 3, 村: 6}',
      reports: ['# 忽略 tally-sum'],
    },
    {
      input: '党支部:\n  总数: 8 # 忽略 tally-sum：有一个联合支部两处计数\n  分类: {机关: 3, 村: 6}',
      reports: [],
    },
  ],
};
