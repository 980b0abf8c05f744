import { isNothing } from '../raw-tree.ts';
import { readScalarText } from '../scalar-text.ts';
import { decline } from './decline.ts';
import type { Lines } from './lines.ts';

/** Reads a text without quotes, and the lines below that go on with it: those that are indented more than `parent`. */
export function readPlain(lines: Lines, start: number, parent: number): string {
  const { text } = lines;
  if (UNUSUAL_START.test(text.slice(start, start + 2)) || lines.keyColonFrom(start) !== -1) decline();
  const comment = lines.commentFrom(start);
  const isOpen = comment === lines.end;
  let end = endOfText(text, comment);
  let isOneLine = true;
  lines.advance();
  while (lines.indent > parent) {
    if (!isOpen || lines.isBehindComment) decline();
    end = readContinuation(lines);
    isOneLine = false;
  }
  if (!isOneLine) return readScalarText(text, { style: 'plain', start, end }).text;
  const value = text.slice(start, end);
  return isNothing(value) ? '' : value;
}

/** Goes past one more line of the text; the end of what it says. */
function readContinuation(lines: Lines): number {
  const { text, start, end } = lines;
  const isPlain = lines.keyColonFrom(start) === -1 && lines.commentFrom(start) === end;
  if (!isPlain || UNUSUAL_START.test(text.slice(start, start + 2))) decline();
  lines.advance();
  return endOfText(text, end);
}

function endOfText(text: string, end: number): number {
  let at = end;
  while (text.charCodeAt(at - 1) === SPACE) at--;
  return at;
}

const SPACE = 32;
/** What begins no plain text, or one that the exact lane may take for a slip. */
const UNUSUAL_START = /^(?:[?:,[\]{}#&*!|>'"%@`\u3000\u00a0]|-(?:\s|$))/;
