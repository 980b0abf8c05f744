import type { Helper } from '../helper.ts';

/** {{#is status "已完成"}}…{{else}}…{{/is}} */
export const is: Helper = {
  name: 'is',
  summary: '事实的文字正好是给定的几个之一时输出块内的文字，否则输出 {{else}} 后面的内容。',
  signature: '{{#is 事实 "文字"…}}…{{else}}…{{/is}}',
  takes: { args: ['choosing', 'choice'], rest: 'choice', form: ['block', 'value'], gives: 'condition' },
  example: { template: '{{#is unit.kind "乡" "镇"}}乡镇{{else}}其他{{/is}}', prints: '乡镇' },
  run: ([fact, ...texts], block) => {
    const isEqual = texts.includes(comparedText(fact));
    if (!block.isBlock) return isEqual;
    return isEqual ? block.body() : block.otherwise();
  },
};

function comparedText(fact: unknown): unknown {
  return typeof fact === 'object' && fact !== null && 'text' in fact ? fact.text : fact;
}
