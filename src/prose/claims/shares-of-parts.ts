import type { Quantity } from '../quantities.ts';
import type { ProseFigure } from './figure.ts';
import { isSameUnit } from './figure.ts';
import { overlap, quotient } from './interval.ts';
import type { StatedPart } from './part-list.ts';
import type { FigurePassage } from './reader.ts';

interface PartsList {
  readonly parts: readonly StatedPart[];
  readonly total: Quantity;
  /** The clause of the total. */
  readonly totalAt: number;
}

/** How many figures before the total are looked at. */
const SHARES_REACH = 40;

/** Whether the shares that a list's parts carry are of another whole than its total: 先进模范48名，占20%，其中工人12名，占5%. */
export function sharesOfOther(site: FigurePassage, { parts, total, totalAt }: PartsList): boolean {
  return parts.some((part) => {
    const [count] = part.counts;
    const share = shareBehind(site, part);
    if (count === undefined || share === undefined || overlap(quotient(count, total, 100), share))
      return false;
    const end = firstIn(site.figures, totalAt);
    const wholes = site.figures
      .slice(Math.max(0, end - SHARES_REACH), end)
      .filter(({ quantity, role }) => role === 'level' && isSameUnit(quantity.unit, total.unit));
    const own = shareBehind(site, { at: totalAt });
    const implied = own && quotient(total, own, 100);
    return (
      wholes.some(({ quantity }) => overlap(quotient(count, quantity, 100), share)) ||
      (implied !== undefined && overlap(quotient(count, implied, 100), share))
    );
  });
}

/** The share that follows a count, in its clause or in the next one. */
export function shareBehind(
  { figures }: Pick<FigurePassage, 'figures'>,
  { at }: { readonly at: number },
): Quantity | undefined {
  let index = firstIn(figures, at);
  for (let figure = figures[index]; figure !== undefined && figure.at <= at + 1; figure = figures[index]) {
    if (figure.role === 'share') return figure.quantity;
    if (figure.at > at) return undefined;
    index += 1;
  }
  return undefined;
}

/** The first figure of a clause or after it; they are in order. */
export function firstIn(figures: readonly ProseFigure[], at: number): number {
  let [low, high] = [0, figures.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle]?.at ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
