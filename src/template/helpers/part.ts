import type { Helper } from '../helper.ts';
import { endPart } from '../part-end.ts';
import { isPresent } from '../presence.ts';

/** {{#part members.full}}正式党员{{members.full}}名{{/part}} */
export const part: Helper = {
  name: 'part',
  summary: '一个分句：所列事实都有时才输出，缺了就连同前后的标点一起省去。放在 join 里面用。',
  signature: '{{#part 事实…}}…{{/part}}',
  takes: { args: ['fact'], rest: 'fact', form: ['block'], gives: 'markup' },
  example: {
    template:
      '{{#join "、"}}{{#part members.full}}正式{{members.full}}名{{/part}}{{#part closing}}无{{/part}}{{/join}}',
    prints: '正式290名',
  },
  run: (facts, block) => endPart(facts.every(isPresent) ? block.body() : block.otherwise()),
};
