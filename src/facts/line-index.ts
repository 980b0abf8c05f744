import type { Position, Range } from '../diagnostics/diagnostic.ts';
import { indexCharacters } from '../diagnostics/index-characters.ts';

/** Turns UTF-16 offsets into lines and columns; columns count code points. Made once for a text. */
export interface LineIndex {
  position(offset: number): Position;
  range(start: number, end: number): Range;
  /** The number of the line that holds an offset, from 1. */
  lineOf(offset: number): number;
  /** Where the line ends that holds an offset, without its line break. */
  lineEnd(offset: number): number;
}

export function indexLines(text: string): LineIndex {
  const starts = lineStarts(text);
  const characters = indexCharacters(text);
  const position = (offset: number): Position => {
    const line = lastAtMost(starts, offset);
    return { line: line + 1, column: characters.count(starts[line] ?? 0, offset) + 1 };
  };
  return {
    position,
    lineOf: (offset) => lastAtMost(starts, offset) + 1,
    range: (start, end) => ({ start: position(start), end: position(Math.max(start, end)) }),
    lineEnd: (offset) => lineEndAt(text, offset),
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lineEndAt(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' && end > offset ? end - 1 : end;
}
