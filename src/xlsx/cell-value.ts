/** What a cell holds: text, number, truth value, day, or one of the values that are none. An empty cell is `undefined`. */
export type CellValue = string | number | boolean | DayValue | ShownNumber | ErrorValue | UncomputedValue;

/** A day as its format shows it (a time of day is left out); it need not be one that people type. */
export interface DayValue {
  readonly kind: 'day';
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
  /** Whether the format shows the month alone. */
  readonly isMonth?: true;
}

/** A number that its format shows with more decimals than it would print by itself: 1979.1 as `1979.10`. */
export interface ShownNumber {
  readonly kind: 'shown';
  readonly value: number;
  readonly shown: string;
}

/** `#N/A`, `#DIV/0!` and the like. */
export interface ErrorValue {
  readonly kind: 'error';
  readonly code: string;
}

/** A formula that was saved without its result: nobody knows what it says until a program computes it. */
export interface UncomputedValue {
  readonly kind: 'uncomputed';
}

export const UNCOMPUTED: UncomputedValue = { kind: 'uncomputed' };

/** Whether a cell has a value that can be read: not an error, not a formula without a result. */
export function isReadable(value: CellValue): value is Exclude<CellValue, ErrorValue | UncomputedValue> {
  return typeof value !== 'object' || (value.kind !== 'error' && value.kind !== 'uncomputed');
}
