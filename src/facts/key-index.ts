import type { Field, Fields } from './field.ts';
import { VOCABULARY } from './vocabulary.ts';

/** A field together with its English name. */
export interface NamedField {
  readonly name: string;
  readonly field: Field;
  /** Which bit stands for it in a set of the record's fields. */
  readonly bit: number;
}

/** What a record may hold. */
export interface RecordIndex {
  /** Its fields by either name. */
  readonly keys: ReadonlyMap<string, NamedField>;
  /** The bits of those that it needs. */
  readonly needed: number;
}

/** Looks a record's fields up; the index is made once. */
export function indexOf(fields: Fields): RecordIndex {
  let index = INDEXES.get(fields);
  if (index === undefined) {
    index = indexFields(fields);
    INDEXES.set(fields, index);
  }
  return index;
}

/** The fields of a record by either name. */
export function keysOf(fields: Fields): ReadonlyMap<string, NamedField> {
  return indexOf(fields).keys;
}

/** The fields that a record needs, in the table's order. */
export function neededOf(fields: Fields): readonly NamedField[] {
  const { keys, needed } = indexOf(fields);
  return [...new Set(keys.values())].filter(({ bit }) => (bit & needed) !== 0);
}

const INDEXES = new WeakMap<Fields, RecordIndex>();

function indexFields(fields: Fields): RecordIndex {
  const keys = new Map<string, NamedField>();
  let needed = 0;
  let bit = 1;
  for (const [name, field] of Object.entries(fields)) {
    if (bit === 0) throw new Error('a record has no more than 32 fields');
    const named = { name, field, bit };
    keys.set(name, named);
    keys.set(field.zh, named);
    if ('isRequired' in field && field.isRequired === true) needed |= bit;
    bit <<= 1;
  }
  return { keys, needed };
}

/** The Chinese paths of the records in which a key is at home (`党员`), the empty path for the top; in the table's order. */
export function homesOf(key: string): readonly string[] {
  HOMES ??= indexHomes();
  return HOMES.get(key) ?? [];
}

let HOMES: ReadonlyMap<string, readonly string[]> | undefined;

function indexHomes(): ReadonlyMap<string, readonly string[]> {
  const homes = new Map<string, string[]>();
  visitRecords(VOCABULARY, '', (fields, path) => {
    for (const key of keysOf(fields).keys()) homes.set(key, [...(homes.get(key) ?? []), path]);
  });
  return homes;
}

function visitRecords(fields: Fields, path: string, visit: (fields: Fields, path: string) => void): void {
  visit(fields, path);
  for (const field of Object.values(fields)) {
    const inner = field.kind === 'record' ? field.fields : field.kind === 'list' ? field.item : undefined;
    if (inner !== undefined && inner !== 'text') {
      visitRecords(inner, path === '' ? field.zh : `${path}.${field.zh}`, visit);
    }
  }
}
