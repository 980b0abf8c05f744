import type { Passage } from '../facts/passages.ts';
import type { Prose } from './prose.ts';
import { READING_SIGNS, signsOf } from './signs.ts';

/**
 * The text of all passages as one. Most of what rules look for is nowhere in a report, which a single look at each character of it
 * shows to all of them.
 */
export function wholeText(prose: Prose): WholeText {
  return prose.ask(scanProse);
}

function scanProse({ passages }: Prose): WholeText {
  return new WholeText(passages);
}

/** A passage with what a look at each of its characters showed. */
export interface ScannedPassage {
  readonly passage: Passage;
  /** The signs of all of its characters. */
  readonly signs: number;
  /** The offsets of those that are `READING_SIGNS`. */
  readonly marks: readonly number[];
}

/** The passages, looked at once. */
export class WholeText {
  readonly #text: string;
  readonly #scanned: ScannedPassage[] = [];
  #signs = 0;
  /** A bit for each pair of neighbouring characters; a few pairs share one. */
  readonly #pairs = new Int32Array(PAIR_SLOTS / 32);

  constructor(passages: readonly Passage[]) {
    this.#text = passages.map(({ text }) => text).join('\n');
    let start = 0;
    for (const passage of passages) {
      this.#scan(passage, start);
      start += passage.text.length + 1;
    }
  }

  /** Scans the joined text: one flat string is faster to index than many slices. */
  #scan(passage: Passage, start: number): void {
    const text = this.#text;
    const pairs = this.#pairs;
    const end = start + passage.text.length;
    const marks: number[] = [];
    let signs = 0;
    let before = 0;
    for (let at = start; at < end; at += 1) {
      const code = text.charCodeAt(at);
      const sign = signsOf(code);
      if ((sign & READING_SIGNS) !== 0) marks.push(at - start);
      signs |= sign;
      const pair = pairCode(before, code);
      pairs[pair >> 5] = (pairs[pair >> 5] ?? 0) | (1 << (pair & 31));
      before = code;
    }
    this.#signs |= signs;
    this.#scanned.push({ passage, signs, marks });
  }

  /** The passages that hold a character of `sign`, and one of `other` too. */
  passagesWith(sign: number, other = sign): readonly Passage[] {
    if ((this.#signs & sign) === 0 || (this.#signs & other) === 0) return NO_PASSAGES;
    const found: Passage[] = [];
    for (const { passage, signs } of this.#scanned) {
      if ((signs & sign) !== 0 && (signs & other) !== 0) found.push(passage);
    }
    return found;
  }

  /** Those that hold a character of `sign`, as they were scanned. */
  scannedWith(sign: number): readonly ScannedPassage[] {
    return (this.#signs & sign) === 0 ? [] : this.#scanned.filter(({ signs }) => (signs & sign) !== 0);
  }

  /** Whether a word stands anywhere in the passages. Of a long list, hardly any has all of its pairs of characters there. */
  says(word: string): boolean {
    for (let at = 1; at < word.length; at += 1) {
      const pair = pairCode(word.charCodeAt(at - 1), word.charCodeAt(at));
      if (((this.#pairs[pair >> 5] ?? 0) & (1 << (pair & 31))) === 0) return false;
    }
    return this.#text.includes(word);
  }
}

const NO_PASSAGES: readonly Passage[] = [];

/** So many that hardly two pairs of a report share one. */
const PAIR_SLOTS = 0x10_0000;

function pairCode(before: number, code: number): number {
  return (before * 31 + code) & (PAIR_SLOTS - 1);
}
