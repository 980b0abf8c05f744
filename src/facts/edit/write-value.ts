import type { Field, Fields } from '../field.ts';
import { isNullText } from '../raw-tree.ts';
import { type FactValue, YamlSource } from './fact-edit.ts';

/** How values are written in a file: the language of its keys, and its line ends. */
export interface ValueManner {
  readonly isEnglish: boolean;
  readonly lineEnd: string;
}

/** A value on one line, as it is in braces and brackets. */
export function flowValue(value: FactValue, field: Field | undefined, manner: ValueManner): string {
  if (typeof value === 'string') return scalarSource(value, field, true);
  if (value instanceof YamlSource) return value.text;
  if (isValueList(value)) return `[${value.map((item) => flowValue(item, field, manner)).join(', ')}]`;
  const inner = fieldsWithin(field);
  const pairs = Object.entries(value).map(
    ([name, each]) => `${writtenKey(name, inner, manner)}: ${flowValue(each, inner?.[name], manner)}`,
  );
  return `{ ${pairs.join(', ')} }`;
}

/**
 * What comes after a key's colon or an item's dash in block style: on the same line, or from the next one on with `indent` columns before it.
 */
export function blockValue(
  value: FactValue,
  field: Field | undefined,
  indent: number,
  manner: ValueManner,
): string {
  if (typeof value === 'string') return ` ${blockScalar(value, field, indent, manner)}`;
  const margin = manner.lineEnd + ' '.repeat(indent);
  if (value instanceof YamlSource)
    return value.hasOwnLines ? sourceLines(value.text, margin) : ` ${value.text}`;
  if (isValueList(value)) {
    if (field?.kind === 'texts') return ` ${flowValue(value, field, manner)}`;
    return value.map((item) => `${margin}- ${itemValue(item, field, indent, manner)}`).join('');
  }
  const inner = fieldsWithin(field);
  return Object.entries(value)
    .map(
      ([name, each]) =>
        `${margin}${writtenKey(name, inner, manner)}:${blockValue(each, inner?.[name], indent + 2, manner)}`,
    )
    .join('');
}

/** Lines with another indentation; what is deeper than the first one stays so. */
function sourceLines(text: string, margin: string): string {
  const [own = ''] = /^ */.exec(text) ?? [];
  return text
    .split(/\r?\n/)
    .map((line) => margin + (line.startsWith(own) ? line.slice(own.length) : line))
    .join('');
}

/** What comes after an item's dash and blank; its other lines are indented two columns more than the dash. */
export function itemValue(
  value: FactValue,
  field: Field | undefined,
  dash: number,
  manner: ValueManner,
): string {
  return blockValue(value, field, dash + 2, manner).trimStart();
}

function blockScalar(
  text: string,
  field: Field | undefined,
  indent: number,
  { lineEnd }: ValueManner,
): string {
  if (!text.includes('\n') || LINE_STARTS_BLANK.test(text)) return scalarSource(text, field, false);
  const margin = lineEnd + ' '.repeat(Math.max(indent, 1));
  return `|${margin}${text.split('\n').join(margin)}`;
}

const LINE_STARTS_BLANK = /^[ \t]|\n[ \t]|\n\n|\n$|[ \t]\n/;

/** A text as a scalar on one line: plain where it is read as just that, else in double quotes. */
export function scalarSource(text: string, field: Field | undefined, isFlow: boolean): string {
  const isPlain =
    text !== '' &&
    text === text.trim() &&
    !text.includes('\n') &&
    !STARTS_OTHERWISE.test(text) &&
    !MEANS_OTHERWISE.test(text) &&
    !isNullText(text) &&
    !(isFlow && IN_BRACES.test(text)) &&
    !(holdsWords(field) && LOOKS_LIKE_A_VALUE.test(text));
  return isPlain ? text : JSON.stringify(text);
}

const STARTS_OTHERWISE = /^(?:[?:,[\]{}#&*!|>'"%@`=<]|-(?!\d)|---|\.\.\.)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what YAML forbids in a plain text
const MEANS_OTHERWISE = /:(?:\s|$)|\s#|[\u0000-\u001f\u007f]/;
const IN_BRACES = /[,[\]{}:]/;
/** What other readers of YAML take for a number, a date or a yes. */
const LOOKS_LIKE_A_VALUE = /^(?:[-+.]?\d[\d._:eE+xob-]*|true|false|yes|no|on|off|y|n)$/i;

/** A kind that holds any words, among which a number is a text too. */
function holdsWords(field: Field | undefined): boolean {
  return field === undefined || ['text', 'prose', 'proses', 'texts', 'mapping', 'list'].includes(field.kind);
}

function writtenKey(name: string, fields: Fields | undefined, { isEnglish }: ValueManner): string {
  const known = isEnglish ? undefined : fields?.[name]?.zh;
  return known ?? (fields?.[name] === undefined ? scalarSource(name, undefined, true) : name);
}

function fieldsWithin(field: Field | undefined): Fields | undefined {
  if (field?.kind === 'record') return field.fields;
  return field?.kind === 'list' && field.item !== 'text' ? field.item : undefined;
}

function isValueList(value: FactValue): value is readonly FactValue[] {
  return Array.isArray(value);
}
