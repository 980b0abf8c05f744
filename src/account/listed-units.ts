import { segmentsOfPath, valueAt } from '../facts/fact-path.ts';
import { type Facts, type Figure, isNumber } from '../facts/facts.ts';

/** The figures of a county's list of units that add up to a figure of the county: the list's own field → that figure. */
export const LISTED_FIGURES = [
  ['villages', 'overview.villages'],
  ['communities', 'overview.communities'],
  ['population', 'overview.population'],
  ['branches', 'branches.total'],
  ['members', 'members.total'],
  ['cadres', 'cadres.total'],
  ['income', 'economy.income'],
] as const;

/** A county's figure that is not what all its listed units come to. */
export interface ListedDifference {
  readonly field: (typeof LISTED_FIGURES)[number][0];
  readonly path: string;
  readonly total: number;
  readonly sum: number;
}

/** Of figures that every listed unit states. */
export function listedDifferences(facts: Facts): ListedDifference[] {
  const { units = [] } = facts;
  if (units.length === 0) return [];
  return LISTED_FIGURES.flatMap(([field, path]) => {
    const total = valueAt(facts, segmentsOfPath(path)) as Figure | undefined;
    const stated = units.map((unit) => unit[field]).filter(isNumber);
    if (!isNumber(total) || stated.length < units.length) return [];
    const sum = rounded(stated.reduce((all, figure) => all + figure, 0));
    return sum === rounded(total) ? [] : [{ field, path, total, sum }];
  });
}

/** Amounts have at most a few places; what adding leaves behind them is none of theirs. */
function rounded(figure: number): number {
  return Number(figure.toPrecision(12));
}
