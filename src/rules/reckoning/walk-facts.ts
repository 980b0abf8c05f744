import type { Facts } from '../../facts/facts.ts';
import type { Field, Fields } from '../../facts/field.ts';
import { VOCABULARY } from '../../facts/vocabulary.ts';

/** One value of a facts file that holds no others. */
export interface Leaf {
  readonly path: string;
  /** What a reader calls it: 党员总数, 村党支部数 stays 分类“村”. */
  readonly name: string;
  readonly kind: Field['kind'];
  readonly value: unknown;
}

/** Visits every single value of a facts file, in the order in which the facts have it; a list of texts gives each of its texts. */
export function walkFacts(facts: Facts, visit: (leaf: Leaf) => void): void {
  walkRecord(VOCABULARY, facts, '', visit);
}

function walkRecord(fields: Fields, record: object, prefix: string, visit: (leaf: Leaf) => void): void {
  for (const key of Object.keys(record)) {
    const field = fields[key];
    const value: unknown = Reflect.get(record, key);
    if (field !== undefined && value !== undefined) walkField(field, value, prefix + key, visit);
  }
}

function walkField(field: Field, value: unknown, path: string, visit: (leaf: Leaf) => void): void {
  const { kind, label: name = field.zh } = field;
  if (value instanceof Map) {
    for (const [part, figure] of value) {
      visit({ path: `${path}.${part}`, name: `${name}“${part}”`, kind, value: figure });
    }
  } else if (field.kind === 'record' && isObject(value)) {
    walkRecord(field.fields, value, `${path}.`, visit);
  } else if (Array.isArray(value)) {
    walkList(field, value, path, visit);
  } else {
    visit({ path, name, kind, value });
  }
}

function walkList(field: Field, items: readonly unknown[], path: string, visit: (leaf: Leaf) => void): void {
  const { kind, label: name = field.zh } = field;
  for (const [index, item] of items.entries()) {
    if (field.kind === 'list' && field.item !== 'text' && isObject(item)) {
      walkRecord(field.item, item, `${path}.${index}.`, visit);
    } else visit({ path: `${path}.${index}`, name, kind, value: item });
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
