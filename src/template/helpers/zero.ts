import { FigureCell } from '../cell.ts';
import type { Helper } from '../helper.ts';
import { escapeText } from '../markup.ts';
import { withoutOriginMarks } from '../origin-marks.ts';
import { endPart } from '../part-end.ts';
import { isZero } from '../zero.ts';

/** {{#zero economy.emptyVillages}}没有集体经济空壳村{{/zero}} */
export const zero: Helper = {
  name: 'zero',
  summary:
    '一个分句：数字正好是 0 时才输出，把 0 说成“没有”；没有写的不输出。这句话仍连着原来的数字。放在 join 里面用。',
  signature: '{{#zero 数字}}…{{/zero}}',
  takes: { args: ['figure'], form: ['block'], gives: 'markup' },
  example: {
    template:
      '{{#join "、" before="没有" last="和"}}{{#zero overview.communities}}社区{{/zero}}{{#zero overview.hamlets}}自然村{{/zero}}{{/join}}',
    prints: '没有社区',
  },
  run: ([figure], block) => {
    if (!(figure instanceof FigureCell) || !isZero(figure)) return '';
    return endPart(`<data value="${escapeText(figure.path)}">${withoutOriginMarks(block.body())}</data>`);
  },
};
