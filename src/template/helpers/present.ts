import type { Helper } from '../helper.ts';
import { isPresent } from '../presence.ts';

/** {{#present a b}}…{{else}}…{{/present}} */
export const present: Helper = {
  name: 'present',
  summary: '所列事实都有时才输出块内的文字；数字 0 算有，没有写的算没有。',
  signature: '{{#present 事实…}}…{{else}}…{{/present}}',
  takes: { args: ['fact'], rest: 'fact', form: ['block', 'value'], gives: 'condition' },
  example: { template: '{{#present closing}}{{closing}}{{else}}没有结语{{/present}}', prints: '没有结语' },
  run: (facts, block) => {
    if (!block.isBlock) return facts.every(isPresent);
    return facts.every(isPresent) ? block.body() : block.otherwise();
  },
};
