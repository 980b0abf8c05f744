import type { TemplateRule } from '../rule.ts';

export const templateHelper: TemplateRule = {
  id: 'template-helper',
  stage: 'template',
  severity: 'error',
  docs: {
    title: '模板里的助手和片段',
    why: '助手的名称、参数的个数和种类写错，该有的句子就没有了。if 把没有写的事实也当作有，要问有没有，用 present。',
    fix: '照提示里的写法改；每个助手的用法和例子见 docs/templates.md。',
    basis: { source: '模板的约定（模板编写）', rank: '规定', proof: '模板和事实本身' },
  },
  examples: [
    { input: '<p>{{#if members.total}}共{{members.total}}名。{{/if}}</p>', reports: ['members.total'] },
    { input: '<p>{{wan overview.population "人"}}</p>', reports: ['{{wan overview.population "人"}}'] },
  ],
};
