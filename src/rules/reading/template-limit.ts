import type { TemplateRule } from '../rule.ts';

export const templateLimit: TemplateRule = {
  id: 'template-limit',
  stage: 'template',
  severity: 'error',
  docs: {
    title: '模板的限度',
    why: '片段引用自己，或者循环套循环，印出来的内容会成倍增长，程序会停不下来、占满内存。所以嵌套层数、重复次数和印出的字数都有限度，远高于任何真实的报告。',
    fix: '按提示去掉引用自己的片段，减少循环的层数，或者不要在循环里再印整份列表。',
    basis: { source: '模板的约定（模板编写）', rank: '规定', proof: '模板和事实本身' },
  },
  examples: [],
};
