/** Matches any of the words in a text from left to right, the longest of those that begin at one place; without words it matches nothing. */
export function wordPattern(words: readonly string[]): RegExp {
  const distinct = [...new Set(words)].filter((word) => word !== '').sort((a, b) => b.length - a.length);
  return new RegExp(distinct.length === 0 ? '(?!)' : distinct.map(escapeForPattern).join('|'), 'g');
}

/** A word as a pattern that matches nothing else. */
export function escapeForPattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
