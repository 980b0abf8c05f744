import { DateCell, figureMarkup } from '../cell.ts';
import { isCell } from '../cell-at.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';

/** {{byDate deadline}} */
export const byDate: Helper = {
  name: 'byDate',
  summary: '整改时限：写到日的输出“2023年12月31日前”，写到月的输出“2023年12月底前”，长期坚持照写。',
  signature: '{{byDate 时限}}',
  takes: { args: ['date'], form: ['inline', 'value'], gives: 'markup' },
  example: { template: '{{#each measures}}{{byDate deadline}}{{/each}}', prints: '2023年12月底前' },
  run: ([cell]) => {
    if (!(cell instanceof DateCell)) return new Markup(isCell(cell) ? cell.toHTML() : '');
    const ending = cell.date === undefined ? '' : cell.date.day === undefined ? '底前' : '前';
    return new Markup(figureMarkup(cell.path, cell.text) + ending);
  },
};
