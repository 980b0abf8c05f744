import { FigureCell } from './cell.ts';

/** Whether a fact is a real 0, and neither absent nor 待补. */
export function isZero(fact: unknown): boolean {
  return fact instanceof FigureCell && fact.value === 0;
}
