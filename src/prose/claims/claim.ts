import type { Passage } from '../../facts/passages.ts';

/** What a claim says of its figures. */
export type ClaimKind =
  | 'sum'
  | 'stock-flow'
  | 'share'
  | 'share-list'
  | 'rate'
  | 'average'
  | 'growth'
  | 'difference'
  | 'multiple'
  | 'points'
  | 'bound'
  | 'period'
  | 'repeat'
  | 'duplicate';

/** The rule that judges a claim. */
export type ClaimRule =
  | 'prose-sum'
  | 'prose-share'
  | 'prose-rate'
  | 'prose-growth'
  | 'prose-difference'
  | 'prose-impossible'
  | 'prose-period'
  | 'prose-unit'
  | 'prose-repeat'
  | 'decimal-places';

/** A stretch of a passage. */
export interface PassageRange {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/** A figure that a claim reckons with, and what it is in it: 分子, 总数, 上年. */
export interface Operand extends PassageRange {
  readonly role: string;
}

/**
 * What a text says of how its figures belong together. A wrong one is an error where nothing but a mistake explains it (`isCertain`), a
 * warning where another reading is thinkable. Words are Chinese.
 */
export interface Claim {
  readonly kind: ClaimKind;
  readonly rule: ClaimRule;
  /** The figure that does not fit if the claim does not hold. */
  readonly at: PassageRange;
  readonly operands: readonly Operand[];
  readonly verdict: 'holds' | 'wrong' | 'unjudged';
  readonly isCertain: boolean;
  /** What was compared: 104÷120=86.7%. */
  readonly reckoning: string;
  /** Of a share, what it is to more places than are written, in per cent. */
  readonly exact?: number;
  /** What is wrong, or why it is not judged; empty where it holds. */
  readonly why: string;
  /** What to do. */
  readonly hint: string;
}
