import type { TemplateRule } from '../rule.ts';

export const templatePath: TemplateRule = {
  id: 'template-path',
  stage: 'template',
  severity: 'error',
  docs: {
    title: '模板里的事实名称',
    why: '写错的名称在报告里什么也不输出，只留下半句话，读的人看不出少了什么。清单和一组事实也不能直接输出，要写出其中哪一项。',
    fix: '照提示改正名称；中英文名称都可以写，全部名称见 docs/templates.md。清单用 {{#each 清单}}…{{/each}} 逐条输出。',
    basis: { source: '模板的约定（模板编写）', rank: '规定', proof: '模板和事实本身' },
  },
  examples: [
    { input: '<p>共有党员{{members.totla}}名。</p>', reports: ['members.totla'] },
    { input: '<p>{{work.title}}</p>', reports: ['work.title'] },
    { input: '<p>{{#each problems}}{{title}}{{/each}}</p>', reports: [] },
  ],
};
