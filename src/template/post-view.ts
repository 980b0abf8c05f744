import { type Cell, FigureCell, PhraseCell, TextCell } from './cell.ts';
import type { View } from './view.ts';

/** What a table of posts says apart. */
export interface ShortfallView {
  /** How many are short of what is authorised. */
  readonly short: Cell;
  /** How many there are more. */
  readonly excess: Cell;
}

/** Of each post in turn; a row 合计 has the sums of the others, among which 其中 repeats what another row holds. */
export function shortfallsOf(posts: readonly View[]): readonly ShortfallView[] {
  const isTotal = posts.map((post) => TOTAL_CATEGORY.test(postCategory(post)));
  const own = posts.map((post): ShortfallView => {
    const vacancy = vacancyOf(post);
    return { short: sideOf(vacancy, 1), excess: sideOf(vacancy, -1) };
  });
  if (!isTotal.includes(true)) return own;
  const summed = own.filter(
    (_, index) => !isTotal[index] && !REPEATED.test(postCategory(posts[index] ?? {})),
  );
  const total = {
    short: sumCell(summed.map(({ short }) => short)),
    excess: sumCell(summed.map(({ excess }) => excess)),
  };
  return own.map((each, index) => (isTotal[index] ? total : each));
}

const TOTAL_CATEGORY = /^(?:合计|总计|共计|总数|小计)$/;
const REPEATED = /^其中/;

function postCategory({ category }: View): string {
  return category instanceof TextCell ? category.text : '';
}

function sumCell(cells: readonly Cell[]): Cell {
  let value = 0;
  for (const cell of cells) {
    if (!(cell instanceof FigureCell)) return new PhraseCell('', '');
    value += cell.value;
  }
  return new FigureCell('posts', value, String(value), '');
}

/** 空缺 as stated, or else as it follows; undefined where neither is known. */
function vacancyOf({ authorized, actual, vacant }: View): Vacancy | undefined {
  if (vacant instanceof FigureCell) return vacant;
  if (isPendingCell(vacant) || !(authorized instanceof FigureCell && actual instanceof FigureCell))
    return undefined;
  return { path: actual.path, value: authorized.value - actual.value };
}

type Vacancy = Pick<FigureCell, 'path' | 'value'>;

/** A stated 空缺 that is 待补 stays so. */
function isPendingCell(cell: View[string] | undefined): boolean {
  return cell !== undefined && 'isPresent' in cell && cell.isPresent === true;
}

function sideOf(vacancy: Vacancy | undefined, sign: 1 | -1): Cell {
  if (vacancy === undefined) return new PhraseCell('', '');
  const value = Math.max(0, sign * vacancy.value);
  return new FigureCell(vacancy.path, value, String(value), '');
}
