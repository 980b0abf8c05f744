import type { Field, Fields } from './field.ts';
import { VOCABULARY } from './vocabulary.ts';

/** A field together with its names. */
export interface NamedField {
  readonly name: string;
  readonly zh: string;
  readonly field: Field;
  /** Among the fields of its record, from 0. */
  readonly position: number;
}

/** What a record may hold. */
export interface RecordIndex {
  /** Its fields in the table's order, in which files mostly have them. */
  readonly order: readonly NamedField[];
  /** Its fields by either name. */
  readonly keys: ReadonlyMap<string, NamedField>;
  /** The bits of those that it needs. */
  readonly needed: number;
}

/** What stands for the field in a set of its record's fields. */
export function bitOf({ position }: NamedField): number {
  return 1 << position;
}

/** Looks a record's fields up; the index is made once. */
export function recordIndex(fields: Fields): RecordIndex {
  let index = INDEXES.get(fields);
  if (index === undefined) {
    index = indexFields(fields);
    INDEXES.set(fields, index);
  }
  return index;
}

/** The fields of a record by either name. */
export function fieldsByKey(fields: Fields): ReadonlyMap<string, NamedField> {
  return recordIndex(fields).keys;
}

/** The fields that a record needs, in the table's order. */
export function neededOf(fields: Fields): readonly NamedField[] {
  const { order, needed } = recordIndex(fields);
  return order.filter((named) => (bitOf(named) & needed) !== 0);
}

const INDEXES = new WeakMap<Fields, RecordIndex>();

function indexFields(fields: Fields): RecordIndex {
  const order = Object.entries(fields).map(([name, field], position) => {
    return { name, zh: field.zh, field, position };
  });
  if (order.length > 32) throw new Error('a set of bits holds no more than 32 fields');
  const keys = new Map(order.flatMap((named) => [[named.name, named] as const, [named.zh, named] as const]));
  const required = order.filter(({ field }) => 'isRequired' in field && field.isRequired === true);
  return { order, keys, needed: required.reduce((bits, named) => bits | bitOf(named), 0) };
}

/** Where a key is at home. */
export interface KeyHomes {
  /** The Chinese paths of the records (`党员`), the empty path for the top; in the table's order. */
  readonly records: readonly string[];
  /** The fields' names in the table: 内容 is the `body` of some. */
  readonly names: ReadonlySet<string>;
}

export function homesOf(key: string): KeyHomes {
  HOMES ??= indexHomes();
  return HOMES.get(key) ?? { records: [], names: new Set() };
}

let HOMES: ReadonlyMap<string, KeyHomes> | undefined;

function indexHomes(): ReadonlyMap<string, KeyHomes> {
  const homes = new Map<string, { records: string[]; names: Set<string> }>();
  visitRecords(VOCABULARY, '', (fields, path) => {
    for (const [key, { name }] of fieldsByKey(fields)) {
      const home = homes.get(key) ?? { records: [], names: new Set() };
      home.records.push(path);
      home.names.add(name);
      homes.set(key, home);
    }
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
