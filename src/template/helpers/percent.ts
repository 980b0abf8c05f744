import { FigureCell, figureMarkup } from '../cell.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';
import { formatPercent } from '../ratio.ts';

/** {{percent members.probationary members.total}} */
export const percent: Helper = {
  name: 'percent',
  summary: '表格里的比例，最多一位小数，四舍五入；分母是 0 或者没有写时什么也不输出。',
  signature: '{{percent 分子 分母}}',
  takes: { args: ['figure', 'figure'], form: ['inline', 'value'], gives: 'markup' },
  example: { template: '{{percent members.probationary members.total}}', prints: '3.3%' },
  run: ([part, whole]) => {
    if (!(part instanceof FigureCell && whole instanceof FigureCell)) return '';
    const share = formatPercent(part.value, whole.value);
    return share === undefined ? '' : new Markup(figureMarkup(part.path, `${share}%`));
  },
};
