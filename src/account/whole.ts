import type { Figure } from '../facts/facts.ts';

/** A total and the ways in which the facts divide it. */
export interface Whole {
  readonly path: string;
  /** What a reader calls it: 党员总数. */
  readonly label: string;
  readonly total: Figure | undefined;
  readonly divisions: readonly WholeDivision[];
}

/** One division of a whole into parts. */
export interface WholeDivision {
  readonly path: string;
  /** What the parts together are called: 分类, 正式、预备. */
  readonly label: string;
  readonly parts: readonly WholePart[];
  /** The parts are not the whole, they only stay within it. */
  readonly isPartial: boolean;
  /** The parts have free names, so that the file could say 不完整. */
  readonly isFree: boolean;
}

export interface WholePart {
  readonly name: string;
  readonly path: string;
  readonly figure: Figure | undefined;
}
