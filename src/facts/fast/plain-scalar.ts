import { isNullText } from '../raw-tree.ts';
import { readScalarText } from '../scalar-text.ts';
import { beginsText, endWithoutSpaces } from './characters.ts';
import { decline } from './decline.ts';
import type { Lines } from './lines.ts';

/** Reads a text without quotes, and the lines below that go on with it: those that are indented more than `parent`. */
export function readPlain(lines: Lines, start: number, parent: number): string {
  const { text, units } = lines;
  if (!beginsText(units, start) || lines.keyColonFrom(start) !== -1) decline();
  const comment = lines.commentFrom(start);
  const isOpen = comment === lines.end;
  let end = endWithoutSpaces(units, comment);
  let isOneLine = true;
  lines.advance();
  while (lines.indent > parent) {
    if (!isOpen || lines.isBehindComment) decline();
    end = readContinuation(lines);
    isOneLine = false;
  }
  if (!isOneLine) return readScalarText(text, { style: 'plain', start, end }).text;
  const value = text.slice(start, end);
  return isNullText(value) ? '' : value;
}

/** Goes past one more line of the text; the end of what it says. */
function readContinuation(lines: Lines): number {
  const { units, start, end } = lines;
  const isPlain = lines.keyColonFrom(start) === -1 && lines.commentFrom(start) === end;
  if (!isPlain || !beginsText(units, start)) decline();
  lines.advance();
  return endWithoutSpaces(units, end);
}
