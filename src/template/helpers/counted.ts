import type { Helper } from '../helper.ts';
import { endPart } from '../part-end.ts';
import { isPresent } from '../presence.ts';
import { isZero } from '../zero.ts';

/** {{#counted members.probationary}}预备党员{{members.probationary}}名{{/counted}} */
export const counted: Helper = {
  name: 'counted',
  summary: '一个分句：数字有、而且不是 0 时才输出。0 另用 zero 说成“没有”。放在 join 里面用。',
  signature: '{{#counted 数字}}…{{/counted}}',
  takes: { args: ['figure'], form: ['block'], gives: 'markup' },
  example: {
    template: '{{#counted members.probationary}}预备党员{{members.probationary}}名{{/counted}}',
    prints: '预备党员10名',
  },
  run: ([figure], block) => endPart(isPresent(figure) && !isZero(figure) ? block.body() : ''),
};
