import { type Cell, FigureCell, PhraseCell, TextCell } from './cell.ts';
import type { View } from './view.ts';

/**
 * Gives each post what a table of posts says apart: how many are `short` of what is authorised, how many in `excess`. A row 合计
 * has the sums of the others, among which 其中 repeats what another row holds.
 */
export function addShortfalls(posts: readonly View[]): void {
  const parts = posts.filter((post) => !TOTAL_CATEGORY.test(postCategory(post)));
  for (const post of parts) {
    const vacancy = vacancyOf(post);
    post.short = sideOf(vacancy, 1);
    post.excess = sideOf(vacancy, -1);
  }
  for (const post of posts.filter((each) => !parts.includes(each))) {
    const summed = parts.filter((part) => !REPEATED.test(postCategory(part)));
    post.short = sumCell(summed.map(({ short }) => short));
    post.excess = sumCell(summed.map(({ excess }) => excess));
  }
}

const TOTAL_CATEGORY = /^(?:合计|总计|共计|总数|小计)$/;
const REPEATED = /^其中/;

function postCategory({ category }: View): string {
  return category instanceof TextCell ? category.text : '';
}

function sumCell(cells: readonly (View[string] | undefined)[]): Cell {
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
