import { type CalendarDate, formatDate } from './dates.ts';
import type { Facts } from './facts.ts';
import type { Fields } from './field.ts';
import { keysOf } from './key-index.ts';
import { nearest } from './suggest.ts';
import { VOCABULARY } from './vocabulary.ts';

/** A stretch of a prose as written: text, or a reference with what stands between its braces. */
export type Segment =
  | { readonly type: 'text'; readonly start: number; readonly end: number }
  | { readonly type: 'reference'; readonly start: number; readonly end: number; readonly name: string };

/** Splits a prose at its references; a `{{` that nothing closes refers to nothing and is a reference all the same. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (let open = text.indexOf('{{'); open !== -1; open = text.indexOf('{{', from)) {
    const close = text.indexOf('}}', open);
    const isClosed = close !== -1 && !text.slice(open, close).includes('\n');
    const end = isClosed ? close + 2 : open + 2;
    if (open > from) segments.push({ type: 'text', start: from, end: open });
    segments.push({
      type: 'reference',
      start: open,
      end,
      name: text.slice(open + 2, isClosed ? close : end).trim(),
    });
    from = end;
  }
  if (from < text.length) segments.push({ type: 'text', start: from, end: text.length });
  return segments;
}

/** The facts path that a reference names, in either language: 党员.总数 → members.total; undefined for no known path. */
export function resolveReference(name: string, facts: Facts): string | undefined {
  const path: string[] = [];
  let fields: Fields = VOCABULARY;
  const segments = name.split('.').map((segment) => segment.trim());
  for (const [index, segment] of segments.entries()) {
    const known = keysOf(fields).get(segment);
    if (known === undefined) return undefined;
    path.push(known.name);
    const rest = segments.slice(index + 1).join('.');
    if (known.field.kind === 'tally') return rest === '' ? undefined : [...path, rest].join('.');
    if (known.field.kind === 'list')
      return known.name === 'indicators' ? indicatorPath(rest, facts) : undefined;
    if (known.field.kind !== 'record') return rest === '' ? path.join('.') : undefined;
    fields = known.field.fields;
  }
  return undefined;
}

function indicatorPath(key: string, facts: Facts): string | undefined {
  const index = (facts.indicators ?? []).findIndex(({ id, name }) => id === key || name === key);
  return index === -1 ? undefined : `indicators.${index}.value`;
}

/** What stands at a facts path, as it is printed; undefined where nothing does. */
export function printedAt(
  path: string,
  facts: Facts,
  written: ReadonlyMap<string, string>,
): string | undefined {
  const asWritten = written.get(path);
  if (asWritten !== undefined) return asWritten;
  const value = valueAt(facts, path.split('.'));
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  return value instanceof Object && 'year' in value ? formatDate(value as CalendarDate) : undefined;
}

function valueAt(value: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined) return value;
  if (value instanceof Map) return value.get([first, ...rest].join('.'));
  if (!(value instanceof Object) || !Object.hasOwn(value, first)) return undefined;
  return valueAt((value as { readonly [key: string]: unknown })[first], rest);
}

/** Says of a reference that names nothing what was probably meant. */
export function explainUnknown(name: string): { readonly message: string; readonly hint: string } {
  const meant = nearest(name, REFERABLE);
  return {
    message: `“{{${name}}}”没有对应的数字。`,
    hint: `${meant === undefined ? '' : `您要写的是不是“{{${meant}}}”？`}引用的写法如 {{党员.总数}}、{{指标.指标名称}}；不是引用的，不要用两个花括号。`,
  };
}

/** Every path of one value, in Chinese. */
const REFERABLE: readonly string[] = referablePaths(VOCABULARY, '');

function referablePaths(fields: Fields, prefix: string): string[] {
  return Object.values(fields).flatMap((field) => {
    if (field.kind === 'record') return referablePaths(field.fields, `${prefix}${field.zh}.`);
    return field.kind === 'list' || field.kind === 'tally' ? [] : [prefix + field.zh];
  });
}
