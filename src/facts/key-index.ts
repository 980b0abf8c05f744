import type { Field, Fields } from './field.ts';
import { VOCABULARY } from './vocabulary.ts';

/** A field together with its English name. */
export interface NamedField {
  readonly name: string;
  readonly field: Field;
}

/** The fields of a record by either name. */
export function keysOf(fields: Fields): ReadonlyMap<string, NamedField> {
  let keys = INDEXES.get(fields);
  if (keys === undefined) {
    keys = indexKeys(fields);
    INDEXES.set(fields, keys);
  }
  return keys;
}

/** The fields that a record needs, by their English names. */
export function neededOf(fields: Fields): readonly NamedField[] {
  let needed = NEEDED.get(fields);
  if (needed === undefined) {
    const all = Object.entries(fields).map(([name, field]) => ({ name, field }));
    needed = all.filter(({ field }) => 'isRequired' in field && field.isRequired === true);
    NEEDED.set(fields, needed);
  }
  return needed;
}

const NEEDED = new WeakMap<Fields, readonly NamedField[]>();
const INDEXES = new WeakMap<Fields, ReadonlyMap<string, NamedField>>();

function indexKeys(fields: Fields): ReadonlyMap<string, NamedField> {
  const keys = new Map<string, NamedField>();
  for (const [name, field] of Object.entries(fields)) {
    keys.set(name, { name, field });
    keys.set(field.zh, { name, field });
  }
  return keys;
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
