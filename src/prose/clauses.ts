import { COMMA } from '../facts/fast/characters.ts';
import type { Passage } from '../facts/passages.ts';
import type { Prose } from './prose.ts';
import { NUMBERS, type Quantity, quantitiesOf } from './quantities.ts';
import { SIGN, signsAt } from './signs.ts';
import { type ScannedPassage, wholeText } from './whole-text.ts';

/** A piece of a sentence between marks, with the quantities in it. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The mark before it; empty at the head of the text. */
  readonly before: string;
  /** How many brackets it is in. */
  readonly depth: number;
  /** The number of its sentence from 0. */
  readonly sentence: number;
  /** Offsets are the whole text's. */
  readonly quantities: readonly Quantity[];
}

/** A passage with what several rules ask of it. */
export interface ReadPassage {
  readonly passage: Passage;
  readonly quantities: readonly Quantity[];
  /** In order: what commas, pause marks, semicolons, colons, brackets and sentence ends divide; none where there is no quantity. */
  readonly clauses: readonly Clause[];
}

/** The passages that hold a quantity, divided into clauses. */
export function readPassages(prose: Prose): readonly ReadPassage[] {
  return prose.ask(divideAll);
}

function divideAll(prose: Prose): readonly ReadPassage[] {
  return wholeText(prose)
    .scannedWith(NUMBERS)
    .map(readPassage)
    .filter(({ quantities }) => quantities.length > 0);
}

function readPassage({ passage, marks }: ScannedPassage): ReadPassage {
  const { text } = passage;
  const quantities = quantitiesOf(text, marks);
  return {
    passage,
    quantities,
    clauses: quantities.length === 0 ? [] : divideSentence(text, marks, quantities),
  };
}

function divideSentence(text: string, marks: readonly number[], quantities: readonly Quantity[]): Clause[] {
  const clauses: Clause[] = [];
  let before = '';
  let depth = 0;
  let sentence = 0;
  let next = 0;
  let start = 0;
  for (let mark = 0; mark <= marks.length; mark += 1) {
    const at = marks[mark] ?? text.length;
    const divider = at === text.length ? TEXT_END : dividerAt(text, at);
    if (divider === undefined) continue;
    const first = next;
    while (next < quantities.length && (quantities[next]?.start ?? at) < at) next += 1;
    if (at > start) {
      const own = first === next ? NO_QUANTITIES : quantities.slice(first, next);
      clauses.push({ start, end: at, text: text.slice(start, at), before, depth, sentence, quantities: own });
    }
    const { kind } = divider;
    if (kind === 'opening') depth += 1;
    else if (kind === 'closing') depth = Math.max(0, depth - 1);
    else if (kind === 'sentence') {
      sentence += 1;
      depth = 0;
    }
    before = divider.mark;
    start = at + 1;
  }
  return clauses;
}

const NO_QUANTITIES: readonly Quantity[] = [];

function dividerAt(text: string, at: number): Divider | undefined {
  if ((signsAt(text, at) & SIGN.divider) === 0 || isInNumber(text, at)) return undefined;
  return DIVIDERS.get(text.charCodeAt(at));
}

/** The comma of 1,000 divides nothing. */
function isInNumber(text: string, at: number): boolean {
  return text.charCodeAt(at) === COMMA && /^\d{3}/.test(text.slice(at + 1, at + 4));
}

interface Divider {
  readonly mark: string;
  readonly kind: 'clause' | 'opening' | 'closing' | 'sentence';
}

const TEXT_END: Divider = { mark: '', kind: 'clause' };
const CLAUSE_MARKS = {
  clause: '，、；：,;:',
  opening: '（(',
  closing: '）)',
  sentence: '。！？!?\n',
} as const;
const DIVIDERS: ReadonlyMap<number, Divider> = new Map(
  (Object.keys(CLAUSE_MARKS) as Divider['kind'][]).flatMap((kind) =>
    [...CLAUSE_MARKS[kind]].map((mark) => [mark.charCodeAt(0), { mark, kind }] as const),
  ),
);
