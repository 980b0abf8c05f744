import type { Passage } from '../../facts/passages.ts';
import type { ReadPassage } from '../clauses.ts';
import type { Quantity } from '../quantities.ts';
import type { Claim, Operand, Place } from './claim.ts';
import type { Figure } from './figure.ts';

/** A passage with its figures, and its place among the others that hold figures. */
export interface Site extends ReadPassage {
  readonly figures: readonly Figure[];
  readonly index: number;
  readonly sites: readonly Site[];
}

/** Reads the claims of one kind in a passage. */
export type ClaimReader = (site: Site) => readonly Claim[];

/** Where a figure stands. */
export function placeOf(passage: Passage, { start, end }: Pick<Quantity, 'start' | 'end'>): Place {
  return { passage, start, end };
}

/** A figure as what a claim reckons with. */
export function operand(role: string, passage: Passage, quantity: Pick<Quantity, 'start' | 'end'>): Operand {
  return { role, ...placeOf(passage, quantity) };
}

/** A figure as it is written. */
export function written({ text }: Passage, { start, end }: Pick<Quantity, 'start' | 'end'>): string {
  return text.slice(start, end);
}

/** Its number alone: 1320万 of 1320万元. */
export function numberWritten(
  { text }: Passage,
  { start, numberEnd }: Pick<Quantity, 'start' | 'numberEnd'>,
): string {
  return text.slice(start, numberEnd).trim();
}
