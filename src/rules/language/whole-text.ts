import type { Passage } from '../../facts/passages.ts';
import { rememberLast } from '../../facts/remember-last.ts';
import { signsOf } from './signs.ts';

/**
 * The text of all passages as one. Most of what rules look for is nowhere in a report, which a single look at each character of it
 * shows to all of them.
 */
export const wholeText = rememberLast((passages: readonly Passage[]) => new WholeText(passages));

class WholeText {
  readonly #passages: readonly Passage[];
  readonly #text: string;
  /** The signs of each passage, and those of all. */
  readonly #signs: Int32Array;
  #all = 0;
  /** A bit for each pair of neighbouring characters; a few pairs share one. */
  readonly #pairs = new Int32Array(PAIRS / 32);

  constructor(passages: readonly Passage[]) {
    this.#passages = passages;
    this.#text = passages.map(({ text }) => text).join('\n');
    this.#signs = new Int32Array(passages.length);
    let start = 0;
    for (let index = 0; index < passages.length; index += 1) {
      const end = start + (passages[index]?.text.length ?? 0);
      const signs = this.#read(start, end);
      this.#signs[index] = signs;
      this.#all |= signs;
      start = end + 1;
    }
  }

  /** Marks the pairs of a stretch and gives its signs. */
  #read(start: number, end: number): number {
    const text = this.#text;
    const pairs = this.#pairs;
    let signs = 0;
    let before = 0;
    for (let at = start; at < end; at += 1) {
      const code = text.charCodeAt(at);
      signs |= signsOf(code);
      const pair = pairOf(before, code);
      pairs[pair >> 5] = (pairs[pair >> 5] ?? 0) | (1 << (pair & 31));
      before = code;
    }
    return signs;
  }

  /** The passages that hold a character of `sign`, and one of `other` too. */
  passagesWith(sign: number, other = sign): readonly Passage[] {
    if ((this.#all & sign) === 0 || (this.#all & other) === 0) return NONE;
    const found: Passage[] = [];
    for (let index = 0; index < this.#signs.length; index += 1) {
      const signs = this.#signs[index] ?? 0;
      const passage = this.#passages[index];
      if ((signs & sign) !== 0 && (signs & other) !== 0 && passage !== undefined) found.push(passage);
    }
    return found;
  }

  /** Whether a word stands anywhere in the passages. Of a long list, hardly any has all of its pairs of characters there. */
  says(word: string): boolean {
    for (let at = 1; at < word.length; at += 1) {
      const pair = pairOf(word.charCodeAt(at - 1), word.charCodeAt(at));
      if (((this.#pairs[pair >> 5] ?? 0) & (1 << (pair & 31))) === 0) return false;
    }
    return this.#text.includes(word);
  }
}

const NONE: readonly Passage[] = [];

const PAIRS = 0x1_0000;

function pairOf(before: number, code: number): number {
  return (before * 31 + code) % PAIRS;
}
