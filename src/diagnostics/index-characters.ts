/** Turns UTF-16 offsets of a text into counts of characters (code points) and back, in the time that a look-up takes. */
export interface CharacterIndex {
  /** How many characters begin between two offsets; the second half of a pair counts with the first, unless `start` lies between them. */
  count(start: number, end: number): number;
  /** The offset of a character, counted from the beginning of the text from 0; the text's length after the last. */
  offsetOf(character: number): number;
}

/** Looks through the text once: thousands of places may be on one line, and be wanted at its end. */
export function indexCharacters(text: string): CharacterIndex {
  const halves = secondHalves(text);
  return {
    count: (start, end) => end - start - (countBelow(halves, end) - countBelow(halves, start + 1)),
    offsetOf(character) {
      // Each pair before the character moves it on by one.
      const pairs = firstWhere(halves.length, (at) => (halves[at] ?? 0) - 1 - at >= character);
      return Math.min(text.length, character + pairs);
    },
  };
}

/** The offsets of the second halves of all pairs, rising. */
function secondHalves(text: string): number[] {
  return Array.from(text.matchAll(PAIR), ({ index }) => index + 1);
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** How many of some rising numbers are smaller than a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  return firstWhere(numbers.length, (at) => (numbers[at] ?? 0) >= limit);
}

/** The first of so many places from which on something holds; their number if it holds nowhere. */
export function firstWhere(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
