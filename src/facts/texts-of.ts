import type { Facts } from './facts.ts';
import type { Field, Fields } from './field.ts';
import { VOCABULARY } from './vocabulary.ts';

/** One text of a facts file: a name, a prose, or 待补 in the place of a figure. */
export interface TextLeaf {
  readonly path: string;
  readonly text: string;
  /** The field that it is in; of a list or division, that one. */
  readonly field: Field;
  /** The free key in a division. */
  readonly part?: string;
}

/** Every text of a facts file, in the order in which the file has it. */
export function factsTexts(facts: Facts): readonly TextLeaf[] {
  return collectTexts(facts).texts;
}

/** A text that is printed and is no prose. */
export interface PlainText {
  readonly path: string;
  readonly text: string;
  /** The field that it is in; of a key, the division. */
  readonly field: Field;
  /** Whether it is the free key of a division, and not a value. */
  readonly isKey: boolean;
}

/** Names of people, bodies and attachments, and what divisions are divided into. */
export function plainTextsOf(facts: Facts): PlainText[] {
  const { texts, keys } = collectTexts(facts);
  const plain: PlainText[] = [...keys];
  for (const { path, text, field } of texts)
    if (TEXT_KINDS.has(field.kind)) plain.push({ path, text, field, isKey: false });
  return plain;
}

const TEXT_KINDS: ReadonlySet<string> = new Set(['text', 'texts', 'list']);

interface Collected {
  readonly texts: TextLeaf[];
  readonly keys: PlainText[];
}

function collectTexts(facts: Facts): Collected {
  const found: Collected = { texts: [], keys: [] };
  addRecordTexts(found, VOCABULARY, facts, '');
  return found;
}

function addRecordTexts(found: Collected, fields: Fields, record: object, prefix: string): void {
  for (const key in record) {
    const value = (record as { readonly [key: string]: unknown })[key];
    if (typeof value !== 'string' && !isObject(value)) continue;
    const field = fields[key];
    if (field === undefined) continue;
    if (typeof value === 'string') found.texts.push({ path: prefix + key, text: value, field });
    else addInner(found, field, value, prefix + key);
  }
}

function addInner(found: Collected, field: Field, value: object, path: string): void {
  if (field.kind === 'record') addRecordTexts(found, field.fields, value, `${path}.`);
  else if (Array.isArray(value)) addItemTexts(found, field, value, path);
  else if (value instanceof Map) addPartTexts(found, field, value, path);
}

function addPartTexts(
  found: Collected,
  field: Field,
  parts: ReadonlyMap<string, unknown>,
  path: string,
): void {
  for (const [part, figure] of parts) {
    found.keys.push({ path: `${path}.${part}`, text: part, field, isKey: true });
    if (typeof figure === 'string') found.texts.push({ path: `${path}.${part}`, text: figure, field, part });
  }
}

function addItemTexts(found: Collected, field: Field, items: readonly unknown[], path: string): void {
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (field.kind === 'list' && field.item !== 'text' && isObject(item)) {
      addRecordTexts(found, field.item, item, `${path}.${index}.`);
    } else if (typeof item === 'string') found.texts.push({ path: `${path}.${index}`, text: item, field });
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
