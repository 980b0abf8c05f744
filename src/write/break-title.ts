import { widthOf } from './measure.ts';
import { titleTokens } from './title-tokens.ts';

/** What a line of 二号 holds is 20 characters (156 mm at 22 pt); one is left for viewers that set digits apart from Chinese. */
const LINE = 19;
/** A longer title is no title any more; it is only filled up line by line. */
const MOST_LINES = 4;

/**
 * Breaks a title by meaning, GB/T 9704 7.3.1: into a trapezium or a rhombus, never an hourglass or a rectangle; not inside a
 * name, a 《》, or a number with its unit; no line begins with 的 or 和; the last one is longer than three characters.
 * The lines joined are the title.
 */
export function breakTitle(title: string): readonly string[] {
  const width = widthOf(title);
  if (width <= LINE) return [title];
  const pieces = piecesOf(title);
  const fewest = Math.ceil(width / LINE);
  let best: Break | undefined;
  for (let count = fewest; count <= MOST_LINES; count++) {
    best = betterBreak(pieces, { count, extra: (count - fewest) * ONE_MORE_LINE }, best);
  }
  return best?.lines.map(({ text }) => text) ?? fillLines(pieces);
}

/** A line more is better than a name broken, and worse than nearly anything else. */
const ONE_MORE_LINE = 100;

interface Line {
  readonly text: string;
  readonly width: number;
}

interface Break {
  readonly lines: readonly Line[];
  readonly penalty: number;
}

/** What stays together: a token, with those behind it that no line may begin with. */
interface Piece extends Line {
  readonly penalty: number;
}

function piecesOf(title: string): readonly Piece[] {
  const pieces: { text: string; penalty: number }[] = [];
  for (const { text, penalty } of titleTokens(title)) {
    const last = pieces.at(-1);
    if (last !== undefined && penalty === Number.POSITIVE_INFINITY) last.text += text;
    else pieces.push({ text, penalty });
  }
  return pieces.map(({ text, penalty }) => ({ text, penalty, width: widthOf(text) }));
}

/** The first of the best ways to set the pieces in `count` lines, if it is better than `best`; what cannot be better is not followed up. */
function betterBreak(
  pieces: readonly Piece[],
  { count, extra }: { readonly count: number; readonly extra: number },
  best: Break | undefined,
): Break | undefined {
  let found = best;
  const isWorse = (penalty: number) => found !== undefined && penalty >= found.penalty;
  const setFrom = (from: number, lines: readonly Line[], penalty: number): void => {
    if (lines.length === count || isWorse(penalty)) return;
    let [text, width] = ['', 0];
    for (const [index, piece] of pieces.slice(from).entries()) {
      text += piece.text;
      width += piece.width;
      if (width > LINE) return;
      const set = [...lines, { text, width }];
      const next = pieces[from + index + 1];
      if (next !== undefined) setFrom(from + index + 1, set, penalty + next.penalty);
      else if (set.length === count) settle(set, penalty + shapePenalty(set.map((line) => line.width)));
    }
  };
  const settle = (lines: readonly Line[], penalty: number): void => {
    if (penalty < Number.POSITIVE_INFINITY && !isWorse(penalty)) found = { lines, penalty };
  };
  setFrom(0, [], extra);
  return found;
}

/** How far lines of these widths are from a trapezium or a rhombus; Infinity for a tail of one to three characters. */
function shapePenalty(widths: readonly number[]): number {
  const shortest = Math.min(...widths);
  const longest = Math.max(...widths);
  if ((widths.at(-1) ?? 0) <= 3 || (widths[0] ?? 0) <= 2) return Number.POSITIVE_INFINITY;
  const isRectangle = longest - shortest < 1;
  const isHourglass = widths.some((width, index) => {
    const before = widths[index - 1];
    const after = widths[index + 1];
    return before !== undefined && after !== undefined && width < before && width < after;
  });
  const slenderness = Math.max(0, longest / shortest - 1.6) * 10;
  return (isRectangle ? 40 : 0) + (isHourglass ? 80 : 0) + slenderness;
}

/** The last resort, a 《》 broken too: as few lines as may be, and of these ways the first without a tail of one to three characters. */
function fillLines(pieces: readonly Piece[]): readonly string[] {
  const bits = pieces.flatMap(({ text }) => (text.startsWith('《') ? (text.match(BIT) ?? []) : [text]));
  const full = fillTo(LINE, bits);
  for (let capacity = LINE; full.length <= MOST_LINES && capacity > LINE / 2; capacity--) {
    const lines = fillTo(capacity, bits);
    if (lines.length > full.length) break;
    if (widthOf(lines.at(-1) ?? '') > 3) return lines;
  }
  return full;
}

/** A character, with the marks that may not be parted from it. */
const BIT = /[《“（]*.[》”）、的和]*/gsu;

function fillTo(capacity: number, bits: readonly string[]): readonly string[] {
  const lines: string[] = [''];
  for (const bit of bits.flatMap((each) => (widthOf(each) > LINE ? [...each] : [each]))) {
    const line = lines.at(-1) ?? '';
    if (widthOf(line + bit) > capacity) lines.push(bit);
    else lines[lines.length - 1] = line + bit;
  }
  return lines;
}
