import type { Passage } from '../../facts/passages.ts';
import type { Clause, ReadPassage } from '../clauses.ts';
import type { Quantity } from '../quantities.ts';
import type { Claim, Operand, PassageRange } from './claim.ts';
import { isCount, isSameUnit, type ProseFigure, passageFigures } from './figure.ts';
import { plainNumber } from './interval.ts';

/** A passage with its figures, and its place among the others that hold figures. */
export class FigurePassage implements ReadPassage {
  readonly passage: Passage;
  readonly quantities: readonly Quantity[];
  readonly clauses: readonly Clause[];
  readonly index: number;
  readonly sites: readonly FigurePassage[];
  #figures: readonly ProseFigure[] | undefined;
  #mostAlike: number | undefined;

  constructor(read: ReadPassage, index: number, sites: readonly FigurePassage[]) {
    this.passage = read.passage;
    this.quantities = read.quantities;
    this.clauses = read.clauses;
    this.index = index;
    this.sites = sites;
  }

  /** How many count the same kind of thing, at least: a whole and a part are two. */
  get mostAlike(): number {
    this.#mostAlike ??=
      this.quantities.length > LONGEST_PASSAGE_LOOK ? LONGEST_PASSAGE_LOOK : mostAlike(this.quantities);
    return this.#mostAlike;
  }

  /** Made when somebody asks: most passages hold nothing to compare. */
  get figures(): readonly ProseFigure[] {
    this.#figures ??= passageFigures(this);
    return this.#figures;
  }
}

/** How many of some quantities are counted in the commonest counting word. */
function mostAlike(quantities: readonly Quantity[]): number {
  const counts = new Map<string, number>();
  let most = 0;
  for (const { unit } of quantities) {
    if (!isCount(unit)) continue;
    const kind = isSameUnit(unit, '人') ? '人' : unit;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count > most) most = count;
  }
  return most;
}

/** In a longer passage some are alike, for all that it matters. */
const LONGEST_PASSAGE_LOOK = 24;

/** Reads the claims of one kind in a passage. */
export type ClaimReader = (site: FigurePassage) => readonly Claim[];

/** Whether a text holds one of some words; quicker than a pattern, and most texts hold none. */
export function holdsOne(text: string, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}

/** Where a figure stands. */
export function rangeOfFigure(
  passage: Passage,
  { start, end }: Pick<Quantity, 'start' | 'end'>,
): PassageRange {
  return { passage, start, end };
}

/** A figure as what a claim reckons with. */
export function operand(role: string, passage: Passage, quantity: Pick<Quantity, 'start' | 'end'>): Operand {
  return { role, ...rangeOfFigure(passage, quantity) };
}

/** A figure as it is written. */
export function written({ text }: Passage, { start, end }: Pick<Quantity, 'start' | 'end'>): string {
  return text.slice(start, end);
}

/** A value with the 万 or 亿 and the unit of a figure. */
export function writtenLike(
  { text }: Passage,
  { start, numberEnd, end }: Pick<Quantity, 'start' | 'numberEnd' | 'end'>,
  value: number,
): string {
  const multiplier = /[万亿]$/.exec(text.slice(start, numberEnd))?.[0] ?? '';
  const scale = multiplier === '亿' ? 1e8 : multiplier === '万' ? 1e4 : 1;
  return `${plainNumber(value / scale)}${multiplier}${text.slice(numberEnd, end).trim()}`;
}

/** Its number alone: 1320万 of 1320万元. */
export function numberWritten(
  { text }: Passage,
  { start, numberEnd }: Pick<Quantity, 'start' | 'numberEnd'>,
): string {
  return text.slice(start, numberEnd).trim();
}
