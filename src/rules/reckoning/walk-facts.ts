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

/** Every single value of a facts file, in the vocabulary's order; a list of texts gives each of its texts. */
export function walkFacts(facts: Facts): Generator<Leaf> {
  return walkRecord(VOCABULARY, facts, '');
}

function* walkRecord(fields: Fields, record: object, prefix: string): Generator<Leaf> {
  for (const [key, field] of Object.entries(fields)) {
    const value: unknown = Reflect.get(record, key);
    if (value !== undefined) yield* walkField(field, value, prefix + key);
  }
}

function* walkField(field: Field, value: unknown, path: string): Generator<Leaf> {
  const name = field.label ?? field.zh;
  if (field.kind === 'tally' && value instanceof Map) {
    for (const [part, figure] of value) {
      yield { path: `${path}.${part}`, name: `${name}“${part}”`, kind: 'tally', value: figure };
    }
  } else if (field.kind === 'record' && isObject(value)) {
    yield* walkRecord(field.fields, value, `${path}.`);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (field.kind === 'list' && field.item !== 'text' && isObject(item))
        yield* walkRecord(field.item, item, `${path}.${index}.`);
      else yield { path: `${path}.${index}`, name, kind: field.kind, value: item };
    }
  } else {
    yield { path, name, kind: field.kind, value };
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
