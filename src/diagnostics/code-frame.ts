import type { Range } from './diagnostic.ts';
import { characterWidth, displayWidth } from './display-width.ts';
import { type CharacterIndex, indexCharacters } from './index-characters.ts';
import { visible, withoutCommands } from './printable.ts';

/** How wide a quoted line may be, in cells; longer ones are cut around the place. */
export interface FrameOptions {
  readonly width: number;
}

/** The line that a range starts on, and the stretch of it that is meant. Both fit the width; cuts are shown as `…`. */
export interface Frame {
  readonly line: string;
  /** Carets that stand right under the stretch, blanks included. */
  readonly marker: string;
}

/** A line that frames are drawn of: indexed once, as many findings may be on one long line. */
export interface FrameLine {
  readonly text: string;
  readonly characters: CharacterIndex;
}

export function frameLine(text: string): FrameLine {
  return { text, characters: indexCharacters(text) };
}

/** Quotes the line that a range starts on, with carets under it; undefined where there is nothing on it to be seen. */
export function codeFrame(
  { text: line, characters }: FrameLine,
  range: Range,
  { width }: FrameOptions,
): Frame | undefined {
  if (line.trim() === '') return undefined;
  const at = characters.offsetOf(range.start.column - 1);
  const ahead = cellsBefore(line, at, width);
  const start = ahead.length;
  const length = range.end.line === range.start.line ? range.end.column - range.start.column : line.length;
  const cells = [...ahead, ...cellsFrom(line, at, width)];
  const end = Math.min(start + Math.max(length, 0), cells.length);
  return draw(cells, [start, end], width);
}

/** In characters for each cell of the width: more than a frame shows, unless nearly all of it joins what is before. */
const FRAME_REACH = 8;

/** The characters before a place, as many as could be shown: a line may be as long as a whole file. */
function cellsBefore(line: string, at: number, width: number): FrameCell[] {
  const cells: FrameCell[] = [];
  for (let to = at, used = 0; to > 0 && used <= width && cells.length < width * FRAME_REACH; ) {
    const from = to > 1 && isPair(line, to - 2) ? to - 2 : to - 1;
    const cell = toCell(line.slice(from, to));
    cells.push(cell);
    used += cell.width;
    to = from;
  }
  return cells.reverse();
}

/** Those from a place on. */
function cellsFrom(line: string, at: number, width: number): FrameCell[] {
  const cells: FrameCell[] = [];
  for (let from = at, used = 0; from < line.length && used <= width && cells.length < width * FRAME_REACH; ) {
    const to = from + (isPair(line, from) ? 2 : 1);
    const cell = toCell(line.slice(from, to));
    cells.push(cell);
    used += cell.width;
    from = to;
  }
  return cells;
}

function isPair(line: string, at: number): boolean {
  return (line.codePointAt(at) ?? 0) > 0xffff;
}

interface FrameCell {
  readonly text: string;
  readonly width: number;
}

function toCell(character: string): FrameCell {
  if (character === '\t') return { text: '    ', width: 4 };
  const text = visible(character);
  return { text, width: characterWidth(text) };
}

function draw(cells: readonly FrameCell[], [start, end]: readonly [number, number], width: number): Frame {
  const [from, to] = windowAround(cells, [start, end], width);
  const head = from > 0 ? '…' : '';
  const tail = to < cells.length ? '…' : '';
  const blanks = displayWidth(head) + cellsWidth(cells.slice(from, start));
  const carets = Math.max(1, cellsWidth(cells.slice(start, Math.min(end, to))));
  return {
    line: withoutCommands(head + cellsText(cells.slice(from, to)) + tail),
    marker: ' '.repeat(blanks) + '^'.repeat(carets),
  };
}

/** The stretch of a long line that is shown: the place itself, then what fits on both sides of it. */
function windowAround(
  cells: readonly FrameCell[],
  [start, end]: readonly [number, number],
  width: number,
): readonly [number, number] {
  if (cellsWidth(cells) <= width) return [0, cells.length];
  let [from, to, used] = [start, start, 0];
  const grow = (index: number): boolean => {
    const cell = cells[index];
    if (cell === undefined || used + cell.width > width - 2) return false;
    used += cell.width;
    return true;
  };
  while (to < end && grow(to)) to += 1;
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    if (grow(from - 1)) [from, isGrowing] = [from - 1, true];
    if (grow(to)) [to, isGrowing] = [to + 1, true];
  }
  return [from, to];
}

function cellsWidth(cells: readonly FrameCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

function cellsText(cells: readonly FrameCell[]): string {
  return cells.map((cell) => cell.text).join('');
}
