import type { TemplateRule } from '../rule.ts';

export const templateSyntax: TemplateRule = {
  id: 'template-syntax',
  stage: 'template',
  severity: 'error',
  docs: {
    title: '模板语法',
    why: '花括号不成对、块没有结尾的模板读不懂，也就生成不了报告。',
    fix: '检查这一行前后的 {{ }} 是否成对，每个 {{#名称}} 都要有 {{/名称}}。',
    basis: { source: '模板的约定（模板编写）', rank: '规定', proof: '模板和事实本身' },
  },
  examples: [
    {
      input: '<p>{{#present members.total}}共{{members.total}}名。{{/part}}</p>',
      reports: ['{{#present}} 和 {{/part}} 不成对'],
    },
  ],
};
