import { homesOf } from '../facts/key-index.ts';
import type { TextEdit } from './text-edit.ts';

/**
 * Full-width colons after keys (`名称：云溪镇`) become `: `. Only after keys that the vocabulary knows, or before a bare figure; the
 * lines of block texts are prose and stay.
 */
export function colonEdits(text: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let blockIndent: number | undefined;
  let offset = 0;
  for (const line of text.split('\n')) {
    const indent = line.search(/[^ ]/);
    const isInBlock = blockIndent !== undefined && (indent === -1 || indent > blockIndent);
    if (!isInBlock) {
      blockIndent = OPENS_BLOCK.test(line) ? indent : undefined;
      const edit = colonEdit(line, offset);
      if (edit !== undefined) edits.push(edit);
    }
    offset += line.length + 1;
  }
  return edits;
}

const OPENS_BLOCK = /(?::|：|-) *[|>][+-]?\d?[+-]? *(?:#.*)?\r?$/;
const COLON_KEY = /^( *(?:- +)*)([^\s：:#"'{}[\],&*!|>%@`-][^：:#"]{0,20}?)：([ 　\t]*)(.*)$/;
const COLON_FIGURE = /^(?:-?\d+(?:\.\d+)?|待补) *(?:#.*)?\r?$/;

function colonEdit(line: string, offset: number): TextEdit | undefined {
  const match = COLON_KEY.exec(line);
  if (match === null) return undefined;
  const [, lead = '', key = '', space = '', value = ''] = match;
  if (homesOf(key.trim()).records.length === 0 && !COLON_FIGURE.test(value)) return undefined;
  const start = offset + lead.length + key.length;
  return {
    start,
    end: start + 1 + space.length,
    replacement: value.trim() === '' ? ':' : ': ',
    rule: 'yaml-syntax',
  };
}
