import { chinesePath, joinPath, segmentsOfPath, stepsOf, valueAt } from '../facts/fact-path.ts';
import type { Field, Fields } from '../facts/field.ts';
import type { Reading } from '../facts/read-facts.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';
import type { FactNote, PartNote } from './messages.ts';
import { valueText } from './value-text.ts';

/** What stands inside a record, a list or a division, there or not, in the vocabulary's order; the empty path is the file itself. */
export function listParts(reading: Reading, path: string): Pick<FactNote, 'parts' | 'adds'> {
  const holder = holderAt(path);
  if (holder === undefined) return { parts: [] };
  if (holder.kind === 'record') return { parts: fieldParts(reading, path, holder.fields) };
  const value = path === '' ? reading.facts : valueAt(reading.facts, segmentsOfPath(path));
  if (holder.kind === 'division') {
    const names = value instanceof Map ? [...value.keys()] : [];
    return { parts: names.map((name) => partNote(reading, joinPath(path, name), String(name))) };
  }
  const length = Array.isArray(value) ? value.length : 0;
  const paths = Array.from({ length }, (_, index) => joinPath(path, index));
  return {
    parts: paths.map((each, index) => partNote(reading, each, `第${index + 1}项`)),
    adds: joinPath(path, length),
  };
}

/** What a path leads through, the file first: for going up. */
export function trailOf(path: string): FactNote['trail'] {
  const segments = segmentsOfPath(path);
  const steps = stepsOf(path)?.length ?? 0;
  const above = Array.from({ length: Math.max(0, steps - 1) }, (_, index) =>
    segments.slice(0, index + 1).join('.'),
  );
  return [{ path: '', label: '全部' }, ...above.map((each) => ({ path: each, label: lastName(each) }))];
}

function lastName(path: string): string {
  return chinesePath(path).split('.').at(-1) ?? path;
}

type PartHolder =
  | { readonly kind: 'record'; readonly fields: Fields }
  | { readonly kind: 'list' | 'division' };

function holderAt(path: string): PartHolder | undefined {
  if (path === '') return { kind: 'record', fields: VOCABULARY };
  const [last, before] = [stepsOf(path)?.at(-1), stepsOf(path)?.at(-2)];
  if (last?.kind === 'field') return holderOf(last.field);
  const field = last?.kind === 'item' && before?.kind === 'field' ? before.field : undefined;
  return field?.kind === 'list' && field.item !== 'text' ? { kind: 'record', fields: field.item } : undefined;
}

function holderOf(field: Field): PartHolder | undefined {
  switch (field.kind) {
    case 'record':
      return { kind: 'record', fields: field.fields };
    case 'list':
    case 'proses':
    case 'texts':
      return { kind: 'list' };
    case 'tally':
    case 'mapping':
      return { kind: 'division' };
    default:
      return undefined;
  }
}

function fieldParts(reading: Reading, path: string, fields: Fields): PartNote[] {
  return Object.entries(fields)
    .filter(([, { kind }]) => kind !== 'version')
    .map(([name, { zh }]) => partNote(reading, joinPath(path, name), zh));
}

function partNote(reading: Reading, path: string, label: string): PartNote {
  const value = valueAt(reading.facts, segmentsOfPath(path));
  return {
    path,
    label,
    value: valueText(reading, path) || partSummary(value),
    isThere: value !== undefined,
    isGroup: holderAt(path) !== undefined,
  };
}

/** Of what has parts of its own, what they are called by, or how many there are. */
function partSummary(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return `${value.length} 项`;
  if (value instanceof Map) return `${value.size} 项`;
  if (typeof value !== 'object') return '';
  const named = TITLE_FIELDS.map((name) => (value as Readonly<Record<string, unknown>>)[name]);
  const name = named.find((each): each is string => typeof each === 'string');
  return name ?? `${Object.keys(value).length} 项`;
}

/** The fields by which items are called. */
const TITLE_FIELDS = ['title', 'name', 'category', 'item', 'file'];
