import type { TemplateRule } from '../rule.ts';

export const templateNeeds: TemplateRule = {
  id: 'template-needs',
  stage: 'template',
  severity: 'error',
  docs: {
    title: '模板必需的事实',
    why: '模板直接输出的事实，文件里没有就生成不了报告。写在模板说明的“必需”里，用模板的人一看便知；可有可无的要用 present 包起来。',
    fix: '在 template.yaml 的 needs（必需）里加上这一项，或者用 {{#present 事实}}…{{/present}} 包起来；用不到的从 needs 里删去。',
    basis: { source: '模板的约定（模板编写）', rank: '规定', proof: '模板和事实本身' },
  },
  examples: [
    { input: '<p>共有党员{{members.total}}名。</p>', reports: ['{{members.total}}'] },
    { input: '<p>{{#present members.total}}共有党员{{members.total}}名。{{/present}}</p>', reports: [] },
  ],
};
