import type { TemplateRule } from '../rule.ts';

export const templateFit: TemplateRule = {
  id: 'template-fit',
  stage: 'template',
  severity: 'error',
  docs: {
    title: '事实合不合所选的模板',
    why: '整改报告没有巡察反馈也没有组织落实，印出来的“组织落实情况”里就全是日常工作；半年总结写了十四个月，标题和小标题都不对。模板说明里写了这些条件，生成时先核对。',
    fix: '补上模板要的事实，或者换一个合用的模板；期间写错了的改“起”“止”。自己的模板在 template.yaml 里写 anyOf（至少一项）、longestMonths（最多月数）。',
    basis: { source: '模板的约定（模板编写）', rank: '规定', proof: '模板和事实本身' },
  },
  examples: [],
};
