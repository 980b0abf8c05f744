import type { Facts } from '../../facts/facts.ts';
import type { Field, Fields } from '../../facts/field.ts';
import { rememberLast } from '../../facts/remember-last.ts';
import { VOCABULARY } from '../../facts/vocabulary.ts';

/** One text of a facts file: a name, a prose, or 待补 in the place of a figure. */
export interface TextLeaf {
  readonly path: string;
  /** What a reader calls it: 党员总数, 村党支部数 stays 分类“村”. */
  readonly name: string;
  readonly kind: Field['kind'];
  readonly text: string;
}

type Visit = (leaf: TextLeaf) => void;

/** Every text of a facts file, in the order in which the facts have it. */
export const textsOf = rememberLast((facts: Facts): readonly TextLeaf[] => {
  const texts: TextLeaf[] = [];
  walkRecord(VOCABULARY, facts, '', (leaf) => texts.push(leaf));
  return texts;
});

function walkRecord(fields: Fields, record: object, prefix: string, visit: Visit): void {
  for (const key in record) {
    const field = fields[key];
    const value = (record as { readonly [key: string]: unknown })[key];
    if (field === undefined) continue;
    if (typeof value === 'string') visitText(field, value, prefix + key, visit);
    else if (typeof value === 'object') walkField(field, value, prefix + key, visit);
  }
}

function visitText({ kind, label, zh }: Field, text: string, path: string, visit: Visit): void {
  visit({ path, name: label ?? zh, kind, text });
}

function walkField(field: Field, value: unknown, path: string, visit: Visit): void {
  if (value instanceof Map) {
    const { kind, label = field.zh } = field;
    for (const [part, figure] of value) {
      if (typeof figure === 'string')
        visit({ path: `${path}.${part}`, name: `${label}“${part}”`, kind, text: figure });
    }
  } else if (field.kind === 'record' && isObject(value)) {
    walkRecord(field.fields, value, `${path}.`, visit);
  } else if (Array.isArray(value)) {
    walkList(field, value, path, visit);
  }
}

function walkList(field: Field, items: readonly unknown[], path: string, visit: Visit): void {
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (field.kind === 'list' && field.item !== 'text' && isObject(item)) {
      walkRecord(field.item, item, `${path}.${index}.`, visit);
    } else if (typeof item === 'string') visitText(field, item, `${path}.${index}`, visit);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
