import type { Passage } from '../../facts/passages.ts';
import { rememberLast } from '../../facts/remember-last.ts';

/**
 * The text of all passages as one. Most of what rules look for is nowhere in a report, which a single look at all of it shows many
 * times as fast as a look at each of its many short passages.
 */
export const wholeText = rememberLast((passages: readonly Passage[]) => new WholeText(passages));

class WholeText {
  readonly #text: string;
  /** Where each passage ends; a line break parts it from the next. */
  readonly #stretches: readonly { readonly passage: Passage; readonly end: number }[];
  #pairs: Uint8Array | undefined;

  constructor(passages: readonly Passage[]) {
    let end = -1;
    this.#stretches = passages.map((passage) => {
      end += 1 + passage.text.length;
      return { passage, end };
    });
    this.#text = passages.map(({ text }) => text).join('\n');
  }

  /** The passages that hold what a global pattern tells: something on one line, and not nothing. */
  passagesWith(sign: RegExp): readonly Passage[] {
    sign.lastIndex = 0;
    if (!sign.test(this.#text)) return NONE;
    const found: Passage[] = [];
    for (const { passage, end } of this.#stretches) {
      if (sign.lastIndex > end) continue;
      found.push(passage);
      sign.lastIndex = end;
      if (!sign.test(this.#text)) break;
    }
    return found;
  }

  /** Whether a word stands anywhere in the passages. Of a long list, hardly any has all of its pairs of characters there. */
  says(word: string): boolean {
    this.#pairs ??= pairsIn(this.#text);
    for (let at = 1; at < word.length; at += 1) {
      if (this.#pairs[pairOf(word.charCodeAt(at - 1), word.charCodeAt(at))] === 0) return false;
    }
    return this.#text.includes(word);
  }
}

const NONE: readonly Passage[] = [];

/** Marks the pairs of neighbouring characters; a few share a place. */
function pairsIn(text: string): Uint8Array {
  const pairs = new Uint8Array(PLACES);
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    pairs[pairOf(before, code)] = 1;
    before = code;
  }
  return pairs;
}

function pairOf(before: number, code: number): number {
  return (before * 31 + code) % PLACES;
}

const PLACES = 8192;
