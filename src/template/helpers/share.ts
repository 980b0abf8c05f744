import { FigureCell, figureMarkup, TextCell } from '../cell.ts';
import type { Helper } from '../helper.ts';
import { escapeText, Markup } from '../markup.ts';
import { formatPercent } from '../ratio.ts';

/** {{share value of unit}} */
export const share: Helper = {
  name: 'share',
  summary: '占声明的分母的百分之几，最多一位小数，四舍五入；分母是 0 或者没有写时什么也不输出。',
  signature: '{{share 分子 分母 计量单位}}',
  takes: { args: ['figure', 'figure'], optional: ['scalar'], form: ['inline', 'value'], gives: 'markup' },
  example: { template: '{{share members.probationary members.total}}', prints: '占党员总数的3.3%' },
  run: ([part, whole, unit]) => {
    if (!(part instanceof FigureCell && whole instanceof FigureCell)) return '';
    const percent = formatPercent(part.value, whole.value);
    if (percent === undefined) return '';
    return new Markup(`占${nameWhole(whole, unit)}的${figureMarkup(part.path, `${percent}%`)}`);
  },
};

/** The name of another fact, or a denominator of the indicator's own with its number. */
function nameWhole(whole: FigureCell, unit: unknown): string {
  if (!whole.path.endsWith('.of')) return escapeText(whole.label);
  return `总数${whole.toHTML()}${unit instanceof TextCell ? unit.toHTML() : ''}`;
}
