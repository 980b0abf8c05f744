import { diffArrays } from 'diff';
import { pieceWords, type ReportPiece } from './piece.ts';

/** Pieces of two reports side by side: the same one in both, or one that only the first or only the second has. */
export interface Aligned {
  /** Index into the first report's pieces. */
  readonly before?: number;
  readonly after?: number;
}

/**
 * Finds which piece of the second report is which of the first, in order. Equal ones hold the rest in place; between them those belong
 * together that have enough of their words in common.
 */
export function alignPieces(before: readonly ReportPiece[], after: readonly ReportPiece[]): Aligned[] {
  const aligned: Aligned[] = [];
  let [b, a] = [0, 0];
  let gap = { before: 0, after: 0 };
  const close = () => {
    aligned.push(...alignGap(before.slice(b, b + gap.before), after.slice(a, a + gap.after), b, a));
    b += gap.before;
    a += gap.after;
    gap = { before: 0, after: 0 };
  };
  const options = { maxEditLength: MOST_PIECE_EDITS };
  const changes = diffArrays(before.map(pieceKey), after.map(pieceKey), options);
  if (changes === undefined) return alignGap(before, after, 0, 0);
  for (const { added, removed, value } of changes) {
    if (removed) gap.before += value.length;
    else if (added) gap.after += value.length;
    else {
      close();
      for (const _ of value) aligned.push({ before: b++, after: a++ });
    }
  }
  close();
  return aligned;
}

/** Numbers before pieces are the writer's: a piece is the same one under another number. */
function pieceKey(piece: ReportPiece): string {
  return `${piece.kind}${piece.mark}${pieceWords(piece).replace(/[。；，、：\s]+$/u, '')}`;
}

/** The pairing with the most in common, by dynamic programming over the two sides of a gap. */
function alignGap(
  before: readonly ReportPiece[],
  after: readonly ReportPiece[],
  b: number,
  a: number,
): Aligned[] {
  const { length: n } = before;
  const { length: m } = after;
  if (n === 0 || m === 0 || n * m > LARGEST_MATRIX) {
    return [...before.map((_, at) => ({ before: b + at })), ...after.map((_, at) => ({ after: a + at }))];
  }
  const isLone = n === 1 && m === 1;
  const likeness = before.map((one) => after.map((other) => likenessOf(one, other, isLone)));
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1));
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const pair = likeness[i]?.[j] ?? 0;
      const paired = pair > 0 ? pair + (best[i + 1]?.[j + 1] ?? 0) : 0;
      const row = best[i] as Float64Array;
      row[j] = Math.max(paired, best[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  const aligned: Aligned[] = [];
  let [i, j] = [0, 0];
  while (i < n || j < m) {
    const pair = likeness[i]?.[j] ?? 0;
    const here = best[i]?.[j] ?? 0;
    if (i < n && j < m && pair > 0 && here === pair + (best[i + 1]?.[j + 1] ?? 0)) {
      aligned.push({ before: b + i++, after: a + j++ });
    } else if (i < n && (j === m || here === (best[i + 1]?.[j] ?? 0))) aligned.push({ before: b + i++ });
    else aligned.push({ after: a + j++ });
  }
  return aligned;
}

/** Of two reports with more pieces apart than this neither is made of the other. */
const MOST_PIECE_EDITS = 4000;

/** More than this and nothing is like anything: a report of thousands of changed paragraphs is another report. */
const LARGEST_MATRIX = 400_000;

/** From 0, not the same piece, to 1: how many of their pairs of characters two pieces share, and whether they stand for the same part. */
export function likenessOf(one: ReportPiece, other: ReportPiece, isLone = false): number {
  if (one.kind !== other.kind) return 0;
  const shared = sharedPairs(pieceWords(one), pieceWords(other));
  const isSamePart = one.role === other.role && SINGLE_PARTS.has(one.role);
  const least = isSamePart ? 0 : isLone ? LEAST_ALONE : LEAST_COMMON;
  if (shared < least) return 0;
  const isSameMark = one.mark === other.mark && one.level === other.level;
  return shared * (isSameMark ? 1 : OTHER_MARK) + (isSamePart ? SAME_PART : 0);
}

/** Roles of which a report has one: a title may be another one altogether. */
const SINGLE_PARTS: ReadonlySet<string> = new Set(['title', 'salutation']);
const LEAST_COMMON = 0.35;
const LEAST_ALONE = 0.2;
const OTHER_MARK = 0.8;
const SAME_PART = 0.1;

function sharedPairs(one: string, other: string): number {
  if (one === other) return 1;
  const counts = new Map<string, number>();
  for (const pair of wordPairs(one)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  const others = wordPairs(other);
  for (const pair of others) {
    const count = counts.get(pair) ?? 0;
    if (count === 0) continue;
    shared += 1;
    counts.set(pair, count - 1);
  }
  const total = wordPairs(one).length + others.length;
  return total === 0 ? 0 : (2 * shared) / total;
}

function wordPairs(text: string): string[] {
  if (text.length < 2) return [text];
  return Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
}
