import { FigureCell, figureMarkup } from '../cell.ts';
import { isCell } from '../cell-at.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';

/** {{wan overview.population}} */
export const wan: Helper = {
  name: 'wan',
  summary: '整千的大数用“万”“亿”写，例如2.2万；不能整写的照原样写，不四舍五入。',
  signature: '{{wan 数字}}',
  takes: { args: ['figure'], form: ['inline'], gives: 'markup' },
  example: {
    template: '{{wan overview.population}}人、{{wan overview.farmland}}亩',
    prints: '2.2万人、35160.5亩',
  },
  run: ([figure]) => {
    if (!(figure instanceof FigureCell)) return new Markup(isCell(figure) ? figure.toHTML() : '');
    return new Markup(figureMarkup(figure.path, scaledNumber(figure.value) ?? figure.text));
  },
};

/** Only where nothing is lost with one decimal: 22000 is 2.2万, 21856 stays. */
function scaledNumber(value: number): string | undefined {
  const scale = SCALES_OF_WAN.find(({ from }) => value >= from);
  if (scale === undefined || value % (scale.from / 10) !== 0) return undefined;
  return `${value / scale.from}${scale.name}`;
}

const SCALES_OF_WAN = [
  { from: 100_000_000, name: '亿' },
  { from: 10_000, name: '万' },
];
