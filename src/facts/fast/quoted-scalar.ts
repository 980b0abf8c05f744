import { readScalarText } from '../scalar-text.ts';
import { SINGLE_QUOTE } from './characters.ts';
import { decline } from './decline.ts';

/** Reads a text in quotes that begins at `start` and is closed on its line; `end` is after its closing quote. */
export function readQuoted(text: string, start: number): { readonly value: string; readonly end: number } {
  const isSingle = text.charCodeAt(start) === SINGLE_QUOTE;
  const pattern = isSingle ? SINGLE : DOUBLE;
  pattern.lastIndex = start + 1;
  if (!pattern.test(text)) decline();
  const end = pattern.lastIndex;
  const value = text.slice(start + 1, end - 1);
  if (!value.includes(isSingle ? "'" : '\\')) return { value, end };
  const style = isSingle ? 'single' : 'double';
  return { value: readScalarText(text, { style, start: start + 1, end: end - 1 }).text, end };
}

const SINGLE = /(?:[^'\n\r]|'')*'/y;
/** With the escapes that people write; of the others the exact lane says what they mean. */
const DOUBLE = /(?:[^"\\\n\r]|\\["\\/n])*"/y;
