import { isNumber } from '../facts/facts.ts';
import type { WholeDivision, WholePart } from './whole.ts';

/** What is known of the sum of a division's parts. */
export interface Sum {
  readonly value: number;
  /** No part is 待补. */
  readonly isComplete: boolean;
}

/** Adds what is known; undefined where no part is a number. */
export function knownSum({ parts }: Pick<WholeDivision, 'parts'>): Sum | undefined {
  const known = parts.map(({ figure }) => figure).filter(isNumber);
  if (known.length === 0) return undefined;
  return {
    value: withoutDust(known.reduce((sum, figure) => sum + figure, 0)),
    isComplete: known.length === parts.length,
  };
}

/** Without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
export function withoutDust(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** The parts as a reader adds them up: 机关 3 + 村 6 + 非公企业 3. */
export function reckon(parts: readonly WholePart[]): string {
  return parts.map(({ name, figure }) => `${name} ${figure ?? ''}`.trim()).join(' + ');
}
