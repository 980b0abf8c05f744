import type { Helper } from '../helper.ts';

/** {{#several problems}}…{{else}}…{{/several}} */
export const several: Helper = {
  name: 'several',
  summary: '清单有两条以上时输出块内的文字，否则输出 {{else}} 后面的内容。',
  signature: '{{#several 清单}}…{{else}}…{{/several}}',
  takes: { args: ['list'], form: ['block', 'value'], gives: 'condition' },
  example: { template: '{{#several problems}}几个问题{{else}}一个问题{{/several}}', prints: '一个问题' },
  run: ([list], block) => {
    const isSeveral = Array.isArray(list) && list.length > 1;
    if (!block.isBlock) return isSeveral;
    return isSeveral ? block.body() : block.otherwise();
  },
};
