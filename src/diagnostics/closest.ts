/**
 * The candidate that was probably meant: the one with the fewest slips of a character (a wrong, missing or extra one, or two swapped),
 * the first of equals. Undefined where nothing is near enough to be named in a question.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const written = [...word.slice(0, LONGEST).toLowerCase()];
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const meant = [...candidate.toLowerCase()];
    const slips = countSlips(written, meant);
    if (slips >= fewest || slips > Math.max(written.length, meant.length) / 2) continue;
    [best, fewest] = [candidate, slips];
  }
  return best;
}

/** No key is longer; it bounds the work for a hostile one. */
const LONGEST = 64;

/** Optimal string alignment distance. */
function countSlips(a: readonly string[], b: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substituted = at(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY;
      current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, substituted, swapped));
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
