/** All values that a figure may mean, from `low` to `high`: 24.3万 may be 242500 to 243500. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Beyond binary dust. */
const INTERVAL_DUST = 1e-9;

/** Whether some value is in both. */
export function overlap(a: Interval, b: Interval): boolean {
  return distance(a, b) <= INTERVAL_DUST * Math.max(1, Math.abs(a.high), Math.abs(b.high));
}

/** How far the two are apart; 0 where they overlap. */
export function distance(a: Interval, b: Interval): number {
  return Math.max(0, a.low - b.high, b.low - a.high);
}

/** `times` is 1 for what is added, -1 for what is taken away, more for what is said once of several. */
export function sumOfIntervals(terms: readonly (Interval & { readonly times?: number })[]): Interval {
  let low = 0;
  let high = 0;
  for (const term of terms) {
    const times = term.times ?? 1;
    low += times * (times < 0 ? term.high : term.low);
    high += times * (times < 0 ? term.low : term.high);
  }
  return { low, high };
}

/** Of what is not negative. A divisor that may be 0 gives anything. */
export function quotient(dividend: Interval, divisor: Interval, factor = 1): Interval {
  if (divisor.low <= 0) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const low = (dividend.low / (dividend.low < 0 ? divisor.low : divisor.high)) * factor;
  const high = (dividend.high / (dividend.high < 0 ? divisor.high : divisor.low)) * factor;
  return { low, high };
}

/** `a` less `b`. */
export function difference(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, high: a.high - b.low };
}

/** Without binary dust, and with no more places than are of use. */
export function plainNumber(value: number, decimals = 10): string {
  return String(Number(Number(value.toPrecision(12)).toFixed(decimals)));
}
