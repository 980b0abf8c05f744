import type { Clause } from '../language/clauses.ts';
import type { Quantity } from '../language/quantities.ts';
import type { FigureIndex } from './figure-index.ts';
import type { KnownFigure } from './known-figure.ts';

/** The noun that a number in a clause counts. */
export interface NounAround {
  readonly known: readonly KnownFigure[];
  /** What stands ahead of the noun, or ahead of the number that the noun follows. */
  readonly prefix: string;
  /** Whether the noun or its verb says that this is all: 党员总数, 党员共有. */
  readonly isTotal: boolean;
}

/** The noun ahead of a number or behind it, where the facts have a figure that goes by it. */
export function nounAround(clause: Clause, quantity: Quantity, figures: FigureIndex): NounAround | undefined {
  const left = clause.text.slice(0, quantity.start - clause.start);
  const right = clause.text.slice(quantity.end - clause.start).trim();
  return right === '' ? nounAhead(left, figures) : nounBehind(left, right, figures);
}

/** Prose about the unit's whole is not longer than this. */
export const LONGEST_CLAUSE = 40;

const LINK = /(总数|总量|总人数|人数)?(?:共计|共有|现有|合计|共|有|为|是|达到|达|计|累计)*$/;

/** 党员共有 + 300名 */
function nounAhead(left: string, figures: FigureIndex): NounAround | undefined {
  const text = left.trim().slice(-LONGEST_CLAUSE);
  const link = LINK.exec(text)?.[0] ?? '';
  const words = text.slice(0, text.length - link.length);
  const noun = figures.atEnd(words);
  if (noun === undefined) return undefined;
  const isTotal = /总|共|合计|累计/.test(link);
  return { known: noun.known, prefix: words.slice(0, words.length - noun.length), isTotal };
}

/** 300名 + 党员, with nothing behind it; or with anything that is no part of the noun where 全镇 stands ahead. */
function nounBehind(left: string, right: string, figures: FigureIndex): NounAround | undefined {
  const part = partAround(left, right, figures);
  if (part !== undefined) return part;
  const noun = figures.atStart(right);
  if (noun === undefined) return undefined;
  const tail = right.slice(noun.length);
  if (GOES_ON.test(tail) || (tail !== '' && !isOfAll(left))) return undefined;
  return { known: noun.known, prefix: left, isTotal: false };
}

/** 其中机关 + 3个 + 党支部: a part's name around its number. */
function partAround(left: string, right: string, figures: FigureIndex): NounAround | undefined {
  const prefix = AMONG.exec(left)?.[0] ?? '';
  const parts = figures.named(left.slice(prefix.length).trim() + right).filter(({ isPart }) => isPart);
  return parts.length === 0 ? undefined : { known: parts, prefix, isTotal: false };
}

const AMONG = /^\s*(?:其中)?/;

/** Whether words end in what says that all of the unit is meant. */
export function isOfAll(words: string): boolean {
  return ALL_OF.test(words);
}

const ALL_OF = /(?:全[镇乡县区市村]|全街道|全园区|[本我][镇乡县区]|辖区(?:内)?)的?$/;
/** What makes the noun the head of a longer one: 党员干部, 行政村党支部. */
const GOES_ON = /^[党干书代委班两“支组主人家户队骨志活负群民级总大联长]/;
