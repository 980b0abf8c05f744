import { FigureCell, figureMarkup } from '../cell.ts';
import { isCell } from '../cell-at.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';
import { endPart } from '../part-end.ts';
import { isPresent } from '../presence.ts';
import { isZero } from '../zero.ts';

/** {{vacancy authorized actual vacant "超编"}} */
export const vacancy: Helper = {
  name: 'vacancy',
  summary:
    '空缺几名，没有空缺的写“无空缺”；人数多于核定数时照实写超编几名，文件没有写空缺也一样。作为 join 里的一个分句。',
  signature: '{{vacancy 核定 实有 空缺 "超编"}}',
  takes: { args: ['figure', 'figure', 'figure', 'word'], form: ['inline'], gives: 'markup' },
  example: {
    template:
      '{{#each posts}}{{#join "，" after="。"}}{{vacancy authorized actual vacant "超编"}}{{/join}}{{/each}}',
    prints: '空缺2名。超编1名。',
  },
  run: ([authorized, actual, vacant, over]) =>
    new Markup(endPart(vacancyText(authorized, actual, vacant, String(over)))),
};

function vacancyText(authorized: unknown, actual: unknown, vacant: unknown, over: string): string {
  if (vacant instanceof FigureCell && vacant.value < 0) {
    return `${over}${figureMarkup(vacant.path, vacant.text.replace(/^-/, ''))}名`;
  }
  if (isZero(vacant) && isCell(vacant)) return figureMarkup(vacant.path, '无空缺');
  if (isCell(vacant) && isPresent(vacant)) return `空缺${vacant.toHTML()}名`;
  if (!(authorized instanceof FigureCell && actual instanceof FigureCell)) return '';
  const surplus = actual.value - authorized.value;
  return surplus > 0 ? `${over}${figureMarkup(actual.path, String(surplus))}名` : '';
}
