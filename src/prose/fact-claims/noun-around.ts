import type { Clause } from '../clauses.ts';
import type { Quantity } from '../quantities.ts';
import type { FigureIndex } from './figure-index.ts';
import type { KnownFigure } from './known-figure.ts';

/** The noun that a number in a clause counts. */
export interface NounAround {
  readonly known: readonly KnownFigure[];
  /** What comes before the noun, or before the number that the noun follows. */
  readonly prefix: string;
  /** Whether the noun or its verb says that this is all: 党员总数, 党员共有. */
  readonly isTotal: boolean;
  /** 全镇300名党员: neither verb nor noun says that it is all; it may as well do something. */
  readonly isBare: boolean;
  /** The wording is vague: the figure counts as a claim only when it is close to the fact. 全镇共有7812户. */
  readonly isVague?: boolean;
}

/** The noun before a number or after it, where the facts have a figure that goes by it. */
export function nounAround(clause: Clause, quantity: Quantity, figures: FigureIndex): NounAround | undefined {
  const left = clause.text.slice(0, quantity.start - clause.start);
  const right = clause.text.slice(quantity.end - clause.start).trim();
  if (right !== '') return nounBehind(left, right, figures);
  return nounAhead(left, quantity, figures) ?? risen(clause, quantity, figures);
}

/** Prose about the unit's whole is not longer than this. */
export const LONGEST_WHOLE_CLAUSE = 40;

/** 党员共有 + 300名 */
function nounAhead(left: string, { unit }: Quantity, figures: FigureIndex): NounAround | undefined {
  const text = left.trim().slice(-LONGEST_WHOLE_CLAUSE);
  const link = linkOf(text);
  const words = text.slice(0, text.length - link.length);
  const isTotal = link !== '' && /总|共|合计|累计/.test(link);
  const noun = figures.atEnd(words);
  if (noun !== undefined) {
    return { known: noun.known, prefix: words.slice(0, words.length - noun.length), isTotal, isBare: false };
  }
  const counted = isTotal && isOfAll(words) ? figures.countedIn(unit) : undefined;
  return counted && { known: [counted], prefix: words, isTotal, isBare: false, isVague: true };
}

/** What ties a noun to the number after it; mostly nothing, as the last character shows. */
function linkOf(text: string): string {
  return LINK_END.has(text.charCodeAt(text.length - 1)) ? (NOUN_LINK.exec(text)?.[0] ?? '') : '';
}

const NOUN_LINK = /(总数|总量|总人数|人数)?(?:共计|共有|现有|合计|共|有|为|是|达到|达|计|累计)*$/;
const LINK_END = new Set([...'数量计有共为是到达'].map((character) => character.charCodeAt(0)));

/** 集体经济收入由431.8万元增长到 + 512.6万元, where the facts know the first of the two. */
function risen(
  { text, start, quantities }: Clause,
  last: Quantity,
  figures: FigureIndex,
): NounAround | undefined {
  const [first, second] = quantities;
  if (first === undefined || second !== last) return undefined;
  const words = text.slice(0, first.start - start);
  if (!words.endsWith('由') || !RISEN.test(text.slice(first.end - start, last.start - start)))
    return undefined;
  const noun = figures.atEnd(words.slice(0, -1));
  const known = noun?.known.filter(({ previous }) => previous === first.value) ?? [];
  if (noun === undefined || known.length === 0) return undefined;
  return { known, prefix: words.slice(0, -1 - noun.length), isTotal: true, isBare: false };
}

const RISEN = /^(?:增长|增加|提高|提升|上升|跃升|跃增|下降|减少)[到至为]$/;

/** 300名 + 党员, with nothing after it but 中. */
function nounBehind(left: string, right: string, figures: FigureIndex): NounAround | undefined {
  const part = partAround(left, right, figures);
  if (part !== undefined) return part;
  const known = figures.alone(right);
  if (known.length === 0) return undefined;
  return { known, prefix: left, isTotal: false, isBare: isOfAll(left.trim()) };
}

/** 其中机关 + 3个 + 党支部: a part's name around its number. */
function partAround(left: string, right: string, figures: FigureIndex): NounAround | undefined {
  if (!figures.mayEnd(right)) return undefined;
  const prefix = MAYBE_AMONG.exec(left)?.[0] ?? '';
  const parts = figures.named(left.slice(prefix.length).trim() + right).filter(({ isPart }) => isPart);
  return parts.length === 0 ? undefined : { known: parts, prefix, isTotal: false, isBare: false };
}

const MAYBE_AMONG = /^\s*(?:其中)?/;

/** Whether words end in what says that all of the unit is meant. */
export function isOfAll(words: string): boolean {
  return ALL_OF.test(words);
}

const ALL_OF = /(?:全[镇乡县市区村]|全街道|全园区|[本我][镇乡县区]|辖区(?:内)?)的?$/;
