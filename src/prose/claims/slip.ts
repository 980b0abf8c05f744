import type { Quantity } from '../quantities.ts';

/** What two digits and more of a number show: fewer are alike by chance too often. */
const LEAST_DIGITS = 3;

/**
 * Whether a written number is the right one with a slip of the pen: one digit another, two neighbouring digits the wrong way round, one digit
 * left out or too many, the point in a wrong place. By chance some three of a hundred numbers of three digits are; so it shows which of
 * several readings was meant, where the right number alone is known.
 */
export function isMiswritten(
  { value, step }: Pick<Quantity, 'value' | 'step'>,
  due: number,
  least = LEAST_DIGITS,
): boolean {
  if (due <= 0 || value <= 0) return false;
  const [stated, right] = [scaledDigits(value, step), scaledDigits(due, step)];
  if (stated === right) return false;
  const [length, other] = [stated.length, right.length];
  if (Math.min(length, other) >= 2 && stated.replace(/0+$/, '') === right.replace(/0+$/, '')) return true;
  if (length === other)
    return isSwapped(stated, right) || (length >= least && digitDifferences(stated, right) === 1);
  if (Math.abs(length - other) !== 1 || Math.min(length, other) < least) return false;
  return length > other ? isDigitLeftOut(stated, right) : isDigitLeftOut(right, stated);
}

/** In units of the last place that is written, without leading zeros. */
function scaledDigits(value: number, step: number): string {
  return String(Math.round(value / step));
}

function digitDifferences(a: string, b: string): number {
  let count = 0;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) count += 1;
  return count;
}

function isSwapped(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function isDigitLeftOut(longer: string, shorter: string): boolean {
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at += 1;
  return longer.slice(at + 1) === shorter.slice(at);
}
