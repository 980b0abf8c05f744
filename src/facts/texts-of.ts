import type { Facts } from './facts.ts';
import type { Field, Fields } from './field.ts';
import { rememberLast } from './remember-last.ts';
import { VOCABULARY } from './vocabulary.ts';

/** One text of a facts file: a name, a prose, or 待补 in the place of a figure. */
export interface TextLeaf {
  readonly path: string;
  readonly text: string;
  /** The field that it stands in; of a list or division, that one. */
  readonly field: Field;
  /** The free key in a division. */
  readonly part?: string;
}

/** Every text of a facts file, in the order in which the file has it. */
export const textsOf = rememberLast((facts: Facts): readonly TextLeaf[] => {
  const texts: TextLeaf[] = [];
  addRecord(texts, VOCABULARY, facts, '');
  return texts;
});

function addRecord(texts: TextLeaf[], fields: Fields, record: object, prefix: string): void {
  for (const key in record) {
    const value = (record as { readonly [key: string]: unknown })[key];
    if (typeof value !== 'string' && !isObject(value)) continue;
    const field = fields[key];
    if (field === undefined) continue;
    if (typeof value === 'string') texts.push({ path: prefix + key, text: value, field });
    else addInner(texts, field, value, prefix + key);
  }
}

function addInner(texts: TextLeaf[], field: Field, value: object, path: string): void {
  if (field.kind === 'record') addRecord(texts, field.fields, value, `${path}.`);
  else if (Array.isArray(value)) addItems(texts, field, value, path);
  else if (value instanceof Map) addParts(texts, field, value, path);
}

function addParts(texts: TextLeaf[], field: Field, parts: ReadonlyMap<string, unknown>, path: string): void {
  for (const [part, figure] of parts) {
    if (typeof figure === 'string') texts.push({ path: `${path}.${part}`, text: figure, field, part });
  }
}

function addItems(texts: TextLeaf[], field: Field, items: readonly unknown[], path: string): void {
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (field.kind === 'list' && field.item !== 'text' && isObject(item)) {
      addRecord(texts, field.item, item, `${path}.${index}.`);
    } else if (typeof item === 'string') texts.push({ path: `${path}.${index}`, text: item, field });
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
