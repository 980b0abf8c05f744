import type { Range } from '../diagnostics/diagnostic.ts';
import type { FactNote } from './messages.ts';

/** A stretch's lines with one more on either side; of a long one its beginning. */
export function excerptLines(text: string, { start, end }: Range): FactNote['lines'] {
  const lines = text.split(/\r?\n/);
  const last = Math.max(start.line, end.column === 1 ? end.line - 1 : end.line);
  const from = Math.max(1, start.line - 1);
  const until = Math.min(lines.length, last + 1, start.line + MOST_EXCERPT_LINES);
  return lines.slice(from - 1, until).map((line, index) => {
    const number = from + index;
    return { number, text: shortenedLine(line), isOwn: number >= start.line && number <= last };
  });
}

const MOST_EXCERPT_LINES = 6;
const MOST_CHARACTERS = 300;

function shortenedLine(line: string): string {
  const characters = [...line];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : line;
}
