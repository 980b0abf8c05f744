import { TextCell } from '../cell.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';
import { TallyCell } from '../tally-cell.ts';

/** {{tally branches.byKind "党支部"}} */
export const tally: Helper = {
  name: 'tally',
  summary: '逐项列出分类的数字，用顿号隔开；第二个参数接在每一类的名称后面，名称里已经有的不重复。',
  signature: '{{tally 分类 "名词" 计量单位}}',
  takes: { args: ['tally'], optional: ['word', 'scalar'], form: ['inline'], gives: 'markup' },
  example: { template: '{{tally branches.byKind "党支部"}}', prints: '机关党支部3个、村党支部6个' },
  run: ([parts, noun, unit]) => {
    if (!(parts instanceof TallyCell)) return '';
    return new Markup(
      parts.list(typeof noun === 'string' ? noun : '', unit instanceof TextCell ? unit.toHTML() : undefined),
    );
  },
};
