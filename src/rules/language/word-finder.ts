import { matchesIn } from './matches.ts';
/** Finds the words of a list in a text, from left to right; of words that begin at one place the longest. */
export type WordFinder = (text: string) => { readonly start: number; readonly word: string }[];

/** One pass over a text, whatever the length of the list. */
export function wordFinder(words: readonly string[]): WordFinder {
  const pattern = new RegExp(wordPattern(words), 'g');
  return (text) => matchesIn(text, pattern).map(({ index, 0: word }) => ({ start: index, word }));
}

/** Matches any of the words, the longest first; without words it matches nothing. */
export function wordPattern(words: readonly string[]): RegExp {
  const distinct = [...new Set(words)].filter((word) => word !== '').sort((a, b) => b.length - a.length);
  return new RegExp(distinct.length === 0 ? '(?!)' : distinct.map(escapeForPattern).join('|'));
}

function escapeForPattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
