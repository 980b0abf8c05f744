import type { TemplateRule } from '../rule.ts';

export const templatePunctuation: TemplateRule = {
  id: 'template-punctuation',
  stage: 'template',
  severity: 'warning',
  docs: {
    title: '模板里剩下的标点',
    why: '一项事实没有写，它的句子省去了，前后的标点却留了下来，报告里就有“，。”这样的地方。',
    fix: '把标点和它前后的文字放进同一个 {{#present}}，或者用 join 和 part 连接分句。',
    basis: { source: '模板的约定（模板编写）', rank: '通常' },
  },
  examples: [
    {
      input: '<p>工作有序开展，{{#present closing}}并取得成效{{/present}}。</p>',
      reports: ['，{{#present closing'],
    },
    { input: '<p>工作有序开展{{#present closing}}，并取得成效{{/present}}。</p>', reports: [] },
  ],
};
