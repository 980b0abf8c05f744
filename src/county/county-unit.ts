import type { Facts } from '../facts/facts.ts';
import { type Decimal, decimalOf } from './decimal.ts';

/** One unit of a county, as it was read. */
export interface CountyUnit {
  readonly file: string;
  readonly facts: Facts;
  /** Figures that a number would print otherwise: path → text. */
  readonly written: ReadonlyMap<string, string>;
}

/** What a figure of the facts is exactly; undefined where it is absent or 待补. */
export function exactFigure(
  value: unknown,
  path: string,
  written: ReadonlyMap<string, string>,
): Decimal | undefined {
  if (typeof value !== 'number') return undefined;
  return decimalOf(written.get(path) ?? String(value));
}
