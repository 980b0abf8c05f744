import { nameOf } from '../facts/fact-path.ts';
import { isNumber } from '../facts/facts.ts';
import { isCumulative } from './bands.ts';
import { knownSum, type Sum } from './sums.ts';
import type { Whole, WholeDivision } from './whole.ts';

/** Divisions whose parts add up to the same sum, which cannot be the total that is stated. */
export interface Contradiction {
  readonly sum: Sum;
  /** At least one, in the facts' order. */
  readonly divisions: readonly [WholeDivision, ...WholeDivision[]];
}

/** What refutes a total. Divisions that agree with each other are one contradiction: most likely the total is wrong. */
export function contradictionsOf({ total, divisions }: Whole): Contradiction[] {
  if (!isNumber(total)) return [];
  const bySum = new Map<number, Contradiction>();
  for (const division of divisions) {
    const sum = knownSum(division);
    if (sum === undefined || !doesRefute(sum, total, division) || !isSummed(division)) continue;
    const same = bySum.get(sum.value);
    bySum.set(sum.value, { sum, divisions: same ? [...same.divisions, division] : [division] });
  }
  return [...bySum.values()];
}

/** Whether the facts themselves show that the total at `path` should be another, `least` or more. */
export function isRefuted(wholes: readonly Whole[], path: string, least: number): boolean {
  return sumsAgainst(wholes, path).some((sum) => sum >= least);
}

/** What the total at `path` should be instead, by the parts that refute it. */
export function sumsAgainst(wholes: readonly Whole[], path: string): number[] {
  const whole = wholes.find((each) => each.path === path);
  return whole === undefined ? [] : contradictionsOf(whole).map(({ sum }) => sum.value);
}

/** Parts that hold each other (35岁以下, 45岁以下) have no sum. */
export function isSummed({ parts, path }: WholeDivision): boolean {
  return (
    parts.length > 0 &&
    !isCumulative(
      parts.map(({ name }) => name),
      nameOf(path) === 'byAge',
    )
  );
}

/** Parts of which some are missing are only too many, never too few. */
function doesRefute(sum: Sum, total: number, { isPartial }: WholeDivision): boolean {
  return isPartial || !sum.isComplete ? sum.value > total : sum.value !== total;
}
