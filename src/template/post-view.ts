import { type Cell, FigureCell, PhraseCell } from './cell.ts';
import type { View } from './view.ts';

/** Gives each post what a table of posts says apart: how many are `short` of what is authorised, how many in `excess`. */
export function addShortfalls(posts: readonly View[]): void {
  for (const post of posts) {
    const vacancy = vacancyOf(post);
    post.short = sideOf(vacancy, 1);
    post.excess = sideOf(vacancy, -1);
  }
}

/** 空缺 as stated, or else as it follows; undefined where neither is known. */
function vacancyOf({ authorized, actual, vacant }: View): Vacancy | undefined {
  if (vacant instanceof FigureCell) return vacant;
  if (isPending(vacant) || !(authorized instanceof FigureCell && actual instanceof FigureCell))
    return undefined;
  return { path: actual.path, value: authorized.value - actual.value };
}

type Vacancy = Pick<FigureCell, 'path' | 'value'>;

/** A stated 空缺 that is 待补 stays so. */
function isPending(cell: View[string] | undefined): boolean {
  return cell !== undefined && 'isPresent' in cell && cell.isPresent === true;
}

function sideOf(vacancy: Vacancy | undefined, sign: 1 | -1): Cell {
  if (vacancy === undefined) return new PhraseCell('', '');
  const value = Math.max(0, sign * vacancy.value);
  return new FigureCell(vacancy.path, value, String(value), '');
}
