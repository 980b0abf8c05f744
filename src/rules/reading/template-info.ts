import type { TemplateRule } from '../rule.ts';

export const templateInfo: TemplateRule = {
  id: 'template-info',
  stage: 'template',
  severity: 'error',
  docs: {
    title: '模板说明',
    why: 'template.yaml 里写错的项目不起作用，模板的名称和标题缺一不可。',
    fix: '照提示改正项目名；可写的项目见 docs/templates.md。',
    basis: { source: '模板的约定（模板编写）', rank: '规定', proof: '模板和事实本身' },
  },
  examples: [],
};
