import { type CalendarDate, formatDate } from './dates.ts';
import type { Facts } from './facts.ts';
import type { Field, Fields } from './field.ts';
import { fieldsByKey } from './key-index.ts';
import { nearestWord } from './suggest.ts';
import { VOCABULARY } from './vocabulary.ts';

/** A stretch of a prose as written: text, or a reference with what is between its braces. */
export type ProseSegment =
  | { readonly type: 'text'; readonly start: number; readonly end: number }
  | { readonly type: 'reference'; readonly start: number; readonly end: number; readonly name: string };

/**
 * Splits a prose at its references; a `{{` that nothing closes, or one with a brace too many, is one all the same, named with its braces: no
 * fact has such a name.
 */
export function referenceSegments(text: string): ProseSegment[] {
  const segments: ProseSegment[] = [];
  let from = 0;
  for (let open = text.indexOf('{{'); open !== -1; open = text.indexOf('{{', from)) {
    const close = text.indexOf('}}', open + 2);
    const isClosed = close !== -1 && !/\n|\{\{/.test(text.slice(open + 2, close));
    const end = isClosed ? endOfBraces(text, close) : endOfPath(text, open + 2);
    if (open > from) segments.push({ type: 'text', start: from, end: open });
    const isPair = isClosed && end === close + 2 && text[open + 2] !== '{';
    const name = isPair ? text.slice(open + 2, close).trim() : text.slice(open, end);
    segments.push({ type: 'reference', start: open, end, name });
    from = end;
  }
  if (from < text.length) segments.push({ type: 'text', start: from, end: text.length });
  return segments;
}

/** After two closing braces; a third one belongs to them. */
function endOfBraces(text: string, close: number): number {
  return text[close + 2] === '}' ? close + 3 : close + 2;
}

/** After what was probably meant as a path, with the one brace that may close it. */
function endOfPath(text: string, from: number): number {
  const path = /^[^\s{}，、。；：！？（）]*\}?/.exec(text.slice(from, from + LONGEST_PATH));
  return from + (path?.[0].length ?? 0);
}

const LONGEST_PATH = 40;

/** The fact that a reference names: where it is, and what is there. */
export interface Referent {
  readonly path: string;
  readonly value: unknown;
}

/**
 * The fact that a reference names, in either language: 党员.总数 is members.total. Indicators are named by id or name, posts by
 * their category, branches by name; free keys are known where the file has them. Undefined for no known path.
 */
export function findReferent(name: string, facts: Facts): Referent | undefined {
  return findIn(VOCABULARY, facts, partsNamed(name));
}

/** What the dots of a name part. */
function partsNamed(name: string): readonly string[] {
  return name.split('.').map((part) => part.trim());
}

/** Whether facts could hold what a reference names: an item of a list and a free key are whatever a file calls them. */
export function mayRefer(name: string): boolean {
  let fields: Fields = VOCABULARY;
  const segments = partsNamed(name);
  for (const [index, segment] of segments.entries()) {
    const field: Field | undefined = fieldsByKey(fields).get(segment)?.field;
    const isLast = index === segments.length - 1;
    if (field?.kind === 'tally' || (field?.kind === 'list' && field.item !== 'text')) return !isLast;
    if (field?.kind !== 'record') return field !== undefined && isLast && REFERABLE_KINDS.has(field.kind);
    fields = field.fields;
  }
  return false;
}

/** Its path alone. */
export function resolveReference(name: string, facts: Facts): string | undefined {
  return findReferent(name, facts)?.path;
}

function findIn(
  fields: Fields,
  record: unknown,
  segments: readonly string[],
  prefix = '',
): Referent | undefined {
  const known = fieldsByKey(fields).get(segments[0] ?? '');
  if (known === undefined) return undefined;
  const { field, name } = known;
  const path = prefix + name;
  const value = ownValue(record, name);
  const rest = segments.slice(1);
  if (field.kind === 'record') return findIn(field.fields, value, rest, `${path}.`);
  if (field.kind === 'tally') return findPart(value, rest.join('.'), path);
  if (field.kind === 'list')
    return field.item === 'text' ? undefined : findItem(field.item, value, rest.join('.'), path);
  return rest.length === 0 && REFERABLE_KINDS.has(field.kind) ? { path, value } : undefined;
}

function findPart(parts: unknown, name: string, path: string): Referent | undefined {
  if (!(parts instanceof Map) || !parts.has(name)) return undefined;
  return { path: `${path}.${name}`, value: parts.get(name) };
}

/** What a reference may name: what is one printed value. */
export const REFERABLE_KINDS: ReadonlySet<string> = new Set([
  'text',
  'count',
  'difference',
  'amount',
  'date',
  'deadline',
  'choice',
]);

/** An item by its own name, then what of it is meant; an indicator alone means its value. */
function findItem(fields: Fields, items: unknown, rest: string, path: string): Referent | undefined {
  if (!Array.isArray(items)) return undefined;
  for (const [index, item] of items.entries()) {
    for (const key of ITEM_NAMES) {
      const name = ownValue(item, key);
      if (typeof name !== 'string' || !fields[key]) continue;
      if (rest === name) {
        const value = ownValue(item, 'value');
        return 'value' in fields ? { path: `${path}.${index}.value`, value } : undefined;
      }
      if (rest.startsWith(`${name}.`)) {
        return findIn(fields, item, rest.slice(name.length + 1).split('.'), `${path}.${index}.`);
      }
    }
  }
  return undefined;
}

const ITEM_NAMES = ['id', 'name', 'category'] as const;

/** What is there, as it is printed; undefined where nothing is. */
export function printReferent(
  { path, value }: Referent,
  written: ReadonlyMap<string, string>,
): string | undefined {
  const asWritten = written.get(path);
  if (asWritten !== undefined) return asWritten;
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  return value instanceof Object && 'year' in value ? formatDate(value as CalendarDate) : undefined;
}

function ownValue(value: unknown, name: string): unknown {
  if (!(value instanceof Object) || !Object.hasOwn(value, name)) return undefined;
  return (value as { readonly [key: string]: unknown })[name];
}

/** Says of a reference that names nothing what was probably meant. */
export function explainUnknown(name: string): { readonly message: string; readonly hint: string } {
  if (name.startsWith('{{') && name.endsWith('}}')) {
    return { message: `“${name}”的花括号多了`, hint: '写成 {{党员.总数}} 这样，前后各两个花括号。' };
  }
  if (name.startsWith('{{')) {
    return { message: `“${name}”少了后面的“}}”`, hint: '写成 {{党员.总数}} 这样，前后各两个花括号。' };
  }
  const meant = meantReference(name);
  return {
    message: `“{{${name}}}”没有对应的数字`,
    hint: `${meant === undefined ? '' : `您要写的是不是“{{${meant}}}”？`}引用的写法如 {{党员.总数}}、{{指标.指标名称}}；不是引用的，不要用两个花括号。`,
  };
}

/** The reference, in Chinese, that was probably meant by one that names nothing. */
export function meantReference(name: string): string | undefined {
  return nearestWord(name, REFERABLE);
}

/** Every path of one value, in Chinese. */
const REFERABLE: readonly string[] = referablePaths(VOCABULARY, '');

function referablePaths(fields: Fields, prefix: string): string[] {
  return Object.values(fields).flatMap((field) => {
    if (field.kind === 'record') return referablePaths(field.fields, `${prefix}${field.zh}.`);
    return field.kind === 'list' || field.kind === 'tally' || field.kind === 'mapping'
      ? []
      : [prefix + field.zh];
  });
}
