import { FigureCell } from '../cell.ts';
import type { Helper } from '../helper.ts';
import { escapeText } from '../markup.ts';
import { withoutOriginMarks } from '../origin-marks.ts';
import { endPart } from '../part-end.ts';

/** {{#same members.full members.total}}均为正式党员{{else}}…{{/same}} */
export const same: Helper = {
  name: 'same',
  summary:
    '两个数字相等、而且不是 0 时输出块内的文字，作为 join 里的一个分句，连着第一个数字；否则输出 {{else}} 后面的内容。写成 (same 数字 数字) 只作条件。',
  signature: '{{#same 数字 数字}}…{{else}}…{{/same}}',
  takes: { args: ['figure', 'figure'], form: ['block', 'value'], gives: 'markup' },
  example: {
    template: '{{#same members.full members.total}}均为正式党员{{else}}有正式党员{{members.full}}名{{/same}}',
    prints: '有正式党员290名',
  },
  run: ([part, whole], block) => {
    const isSame = part instanceof FigureCell && whole instanceof FigureCell && part.value === whole.value;
    const holds = isSame && part.value !== 0;
    if (!block.isBlock) return holds;
    if (!holds) return block.otherwise();
    return endPart(`<data value="${escapeText(part.path)}">${withoutOriginMarks(block.body())}</data>`);
  },
};
