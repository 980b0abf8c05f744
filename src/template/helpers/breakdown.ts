import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';
import { endPart } from '../part-end.ts';
import { TallyCell } from '../tally-cell.ts';
import { isZero } from '../zero.ts';

/** {{breakdown branches.byKind branches.total "党支部"}} */
export const breakdown: Helper = {
  name: 'breakdown',
  summary:
    '总数后面的分类：“其中机关党支部3个、村党支部6个”；只有一类、又等于总数时写“均为村党支部”。作为 join 里的一个分句。',
  signature: '{{breakdown 分类 总数 "名词"}}',
  takes: { args: ['tally', 'figure'], optional: ['word'], form: ['inline'], gives: 'markup' },
  example: {
    template:
      '{{#join "，" after="。"}}{{#part branches.total}}党支部{{branches.total}}个{{/part}}{{breakdown branches.byKind branches.total "党支部"}}{{/join}}',
    prints: '党支部9个，其中机关党支部3个、村党支部6个。',
  },
  run: ([parts, whole, noun]) => {
    if (!(parts instanceof TallyCell && parts.isPresent) || isZero(whole)) return '';
    const name = typeof noun === 'string' ? noun : '';
    return new Markup(endPart(parts.sole(whole, name) ?? `其中${parts.list(name)}`));
  },
};
