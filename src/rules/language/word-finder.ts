/** Finds the words of a list in a text, from left to right; of words that begin at one place the longest. */
export type WordFinder = (text: string) => { readonly start: number; readonly word: string }[];

/** One pass over a text, whatever the length of the list. */
export function wordFinder(words: readonly string[]): WordFinder {
  const distinct = [...new Set(words)].filter((word) => word !== '').sort((a, b) => b.length - a.length);
  if (distinct.length === 0) return () => [];
  const pattern = new RegExp(distinct.map(escapeForPattern).join('|'), 'g');
  return (text) => [...text.matchAll(pattern)].map(({ index, 0: word }) => ({ start: index, word }));
}

function escapeForPattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
