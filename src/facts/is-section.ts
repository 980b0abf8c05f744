import type { Field, Fields } from './field.ts';
import { fieldsByKey } from './key-index.ts';
import { isList, isMap, type Raw } from './raw-tree.ts';

/** Whether what follows a misspelt key has the form of the field that was probably meant, and most of its keys. */
export function isSection(field: Field, raw: Raw = ''): boolean {
  if (field.kind === 'tally' || field.kind === 'mapping') return isMap(raw);
  if (field.kind === 'record') return isRecordOf(field.fields, raw);
  if (field.kind !== 'list' || !isList(raw)) return false;
  const { item } = field;
  return raw.values.every((value) => (item === 'text' ? typeof value === 'string' : isRecordOf(item, value)));
}

function isRecordOf(fields: Fields, raw: Raw): boolean {
  if (!isMap(raw)) return false;
  const known = raw.keys.filter((key) => fieldsByKey(fields).has(key));
  return known.length * 2 > raw.keys.length;
}
