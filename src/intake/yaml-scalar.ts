import { yamlText } from '../county/yaml-text.ts';
import { withoutIllegal } from './without-illegal.ts';

/** A text on one line, quoted only where it has to be: ids, dates and file names stay as people type them. */
export function lineText(text: string): string {
  const line = onOneLine(withoutIllegal(text)).trim();
  return PLAIN_WORD.test(line) && !RESERVED_WORD.test(line) ? line : yamlText(line);
}

/** A text without its line breaks; each run of blanks is looked at once, however long. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, (blanks) => (blanks.includes('\n') ? ' ' : blanks));
}

/** ASCII words with hyphens, file names, and dates by day or month. */
const PLAIN_WORD = /^(?:[A-Za-z][\w./-]*|\d{4}-\d{2}(?:-\d{2})?)$/;
/** What some reader of YAML takes for yes, no or nothing. */
const RESERVED_WORD = /^(?:y|n|yes|no|true|false|on|off|null)$/i;

/** A number as written, or 待补. */
export function figureText(text: string): string {
  return /^-?\d+(?:\.\d+)?$/.test(text) || text === '待补' ? text : lineText(text);
}

/** A free key of a division: 35岁及以下, 36～45岁 are no numbers and need no quotes. */
export function keyText(text: string): string {
  const key = withoutIllegal(text);
  return PART_KEY.test(key) ? key : yamlText(key);
}

const PART_KEY = /^\d*(?:～\d+)?\p{Script=Han}+$/u;
