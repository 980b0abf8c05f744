import { type Layout, STANDARD_LAYOUT, textAreaOf } from '../format/layout.ts';
import { textWidth } from './measure.ts';
import { titleTokens } from './title-tokens.ts';

/** What a line of an upright page holds (20 characters of 22 pt on 156 mm), less one for viewers that set digits apart from Chinese. */
function titleLineOf(layout: Layout): number {
  return Math.max(LEAST_TITLE_LINE, Math.floor(textAreaOf(layout).width / (layout.sizes.title * 10)) - 1);
}

const LEAST_TITLE_LINE = 6;
/** A longer title is no title any more; it is only filled up line by line. */
const MOST_TITLE_LINES = 4;

/**
 * Breaks a title, where it is wider than the layout's line, by meaning, GB/T 9704 7.3.1: into a trapezium or a rhombus, never an hourglass or a rectangle; not inside a
 * name, a 《》, or a number with its unit; no line begins with 的 or 和; the last one is longer than three characters.
 * The lines joined are the title.
 */
export function breakTitle(title: string, layout: Layout = STANDARD_LAYOUT): readonly string[] {
  const most = titleLineOf(layout);
  const width = textWidth(title);
  if (width <= most) return [title];
  const pieces = titlePieces(title);
  const fewest = Math.ceil(width / most);
  let best: TitleBreak | undefined;
  for (let count = fewest; count <= MOST_TITLE_LINES; count++) {
    best = betterBreak(pieces, { count, most, extra: (count - fewest) * ONE_MORE_LINE }, best);
  }
  return best === undefined ? fillLines(pieces, most) : titleLines(pieces, best.ends);
}

/** A line more is better than a name broken, and worse than nearly anything else. */
const ONE_MORE_LINE = 100;

interface TitleBreak {
  /** After which pieces the lines end. */
  readonly ends: readonly number[];
  readonly penalty: number;
}

/** What stays together: a token, with those after it that no line may begin with. */
interface TitlePiece {
  readonly text: string;
  readonly width: number;
  readonly penalty: number;
}

function titlePieces(title: string): readonly TitlePiece[] {
  const pieces: { text: string; penalty: number }[] = [];
  for (const { text, penalty } of titleTokens(title)) {
    const last = pieces.at(-1);
    if (last !== undefined && penalty === Number.POSITIVE_INFINITY) last.text += text;
    else pieces.push({ text, penalty });
  }
  return pieces.map(({ text, penalty }) => ({ text, penalty, width: textWidth(text) }));
}

/** The first of the best ways to set the pieces in `count` lines, if it is better than `best`; what cannot be better is not followed up. */
function betterBreak(
  pieces: readonly TitlePiece[],
  { count, most, extra }: { readonly count: number; readonly most: number; readonly extra: number },
  best: TitleBreak | undefined,
): TitleBreak | undefined {
  let found = best;
  const widths: number[] = [];
  const ends: number[] = [];
  const setFrom = (from: number, line: number, penalty: number): void => {
    if (found !== undefined && penalty >= found.penalty) return;
    let width = 0;
    for (let end = from + 1; end <= pieces.length; end++) {
      width += pieces[end - 1]?.width ?? 0;
      if (width > most) return;
      widths[line] = width;
      ends[line] = end;
      const next = pieces[end];
      if (next === undefined && line === count - 1) settle(penalty + shapePenalty(widths));
      else if (next !== undefined && line < count - 1) setFrom(end, line + 1, penalty + next.penalty);
    }
  };
  const settle = (penalty: number): void => {
    if (penalty < (found?.penalty ?? Number.POSITIVE_INFINITY)) found = { ends: [...ends], penalty };
  };
  setFrom(0, 0, extra);
  return found;
}

function titleLines(pieces: readonly TitlePiece[], ends: readonly number[]): readonly string[] {
  return ends.map((end, line) => {
    const own = pieces.slice(ends[line - 1] ?? 0, end);
    return own.map(({ text }) => text).join('');
  });
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
function fillLines(pieces: readonly TitlePiece[], most: number): readonly string[] {
  const bits = pieces.flatMap(({ text }) => (text.startsWith('《') ? (text.match(BIT) ?? []) : [text]));
  const whole = bits.flatMap((each) => (textWidth(each) > most ? [...each] : [each]));
  const full = fillTo(most, whole);
  for (let capacity = most; full.length <= MOST_TITLE_LINES && capacity > most / 2; capacity--) {
    const lines = fillTo(capacity, whole);
    if (lines.length > full.length) break;
    if (textWidth(lines.at(-1) ?? '') > 3) return lines;
  }
  return full;
}

/** A character, with the marks that may not be parted from it. */
const BIT = /[《“（]*.[》”）、的和]*/gsu;

function fillTo(capacity: number, bits: readonly string[]): readonly string[] {
  const lines: string[] = [''];
  for (const bit of bits) {
    const line = lines.at(-1) ?? '';
    if (textWidth(line + bit) > capacity) lines.push(bit);
    else lines[lines.length - 1] = line + bit;
  }
  return lines;
}
