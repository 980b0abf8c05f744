import { FigureCell, figureMarkup, TextCell } from '../cell.ts';
import type { Helper } from '../helper.ts';
import { Markup } from '../markup.ts';
import { decimalsOfText } from '../ratio.ts';

/** {{sum posts "authorized"}} */
export const sum: Helper = {
  name: 'sum',
  summary: '把清单里同一项数字加起来；有一条没有写或者待补，或者清单里已经有合计，就什么也不输出。',
  signature: '{{sum 清单 "项目"}}',
  takes: { args: ['list', 'member'], form: ['inline', 'value'], gives: 'markup' },
  example: { template: '共{{sum posts "authorized"}}名', prints: '共55名' },
  run: ([list, name]) => {
    if (!Array.isArray(list) || list.some(hasTotal)) return '';
    const total = cellsTotal(list.map((entry) => entry[String(name)]));
    return total === undefined ? '' : new Markup(figureMarkup(total.path, total.text));
  },
};

/** The sum, and the list that it came from; undefined where one is missing. */
function cellsTotal(cells: readonly unknown[]): { path: string; text: string } | undefined {
  const texts: string[] = [];
  for (const cell of cells) {
    if (!(cell instanceof FigureCell)) return undefined;
    texts.push(cell.text);
  }
  const first = cells[0];
  return first instanceof FigureCell
    ? { path: first.path.split('.')[0] ?? '', text: exactSum(texts) }
    : undefined;
}

/** As whole numbers of the smallest place that one of them has, so that 0.1 and 0.2 are 0.3. */
function exactSum(texts: readonly string[]): string {
  const places = Math.max(...texts.map(decimalsOfText));
  const total = texts.reduce(
    (sum, text) => sum + BigInt(text.replace('.', '') + '0'.repeat(places - decimalsOfText(text))),
    0n,
  );
  if (places === 0) return String(total);
  const digits = String(total < 0n ? -total : total).padStart(places + 1, '0');
  const printed = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
  return total < 0n ? `-${printed}` : printed;
}

/** Whether an entry is itself the sum of others, or repeats some of them. */
function hasTotal(entry: Readonly<Record<string, unknown>>): boolean {
  for (const name in entry) {
    const cell = entry[name];
    if (cell instanceof TextCell && /合计|总计|小计|^其中/.test(cell.text)) return true;
  }
  return false;
}
