import type { Passage } from '../../facts/passages.ts';
import { type Quantity, quantitiesOf } from './quantities.ts';

/** A piece of a sentence between marks, with the quantities in it. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The mark ahead of it; empty at the head of the text. */
  readonly before: string;
  /** How many brackets it stands in. */
  readonly depth: number;
  /** The number of its sentence from 0. */
  readonly sentence: number;
  /** Offsets are the whole text's. */
  readonly quantities: readonly Quantity[];
}

const knownQuantities = new WeakMap<Passage, readonly Quantity[]>();
const known = new WeakMap<Passage, readonly Clause[]>();

/** The quantities of a passage; worked out once, as several rules ask. */
export function quantitiesIn(passage: Passage): readonly Quantity[] {
  let quantities = knownQuantities.get(passage);
  if (quantities === undefined) {
    quantities = quantitiesOf(passage.text);
    knownQuantities.set(passage, quantities);
  }
  return quantities;
}

/** The clauses of a passage in order: what commas, pause marks, semicolons, colons, brackets and sentence ends divide. */
export function clausesOf(passage: Passage): readonly Clause[] {
  let clauses = known.get(passage);
  if (clauses === undefined) {
    clauses = divide(passage.text, quantitiesIn(passage));
    known.set(passage, clauses);
  }
  return clauses;
}

function divide(text: string, quantities: readonly Quantity[]): Clause[] {
  const clauses: Clause[] = [];
  let next = 0;
  let depth = 0;
  let sentence = 0;
  let start = 0;
  let before = '';
  const close = (end: number) => {
    const own: Quantity[] = [];
    for (let quantity = quantities[next]; quantity !== undefined && quantity.start < end; ) {
      own.push(quantity);
      next += 1;
      quantity = quantities[next];
    }
    if (end > start) {
      clauses.push({ start, end, text: text.slice(start, end), before, depth, sentence, quantities: own });
    }
  };
  for (const match of text.matchAll(DIVIDER)) {
    const mark = match[0];
    close(match.index);
    if (OPENING.includes(mark)) depth += 1;
    else if (CLOSING.includes(mark)) depth = Math.max(0, depth - 1);
    else if (SENTENCE_END.includes(mark)) {
      sentence += 1;
      depth = 0;
    }
    before = mark;
    start = match.index + 1;
  }
  close(text.length);
  return clauses;
}

const DIVIDER = /[，、；：。！？\n（）();:!?]|,(?!\d{3})/g;
const OPENING = '（(';
const CLOSING = '）)';
const SENTENCE_END = '。！？!?\n';
