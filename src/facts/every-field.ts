import type { Field, Fields } from './field.ts';
import { VOCABULARY } from './vocabulary.ts';

/** A field with its English path; in a list's item the path has no index. */
export interface FieldAt {
  readonly path: string;
  readonly field: Field;
  /** Whether it is one of an item, so that a file may hold it many times. */
  readonly isInList: boolean;
}

/** Every field of the vocabulary, in the table's order: a record or a list before what it holds. */
export function everyField(): FieldAt[] {
  return fieldsIn(VOCABULARY, '', false);
}

function fieldsIn(fields: Fields, above: string, isInList: boolean): FieldAt[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = above + name;
    const inner = innerFields(field);
    const own = { path, field, isInList };
    return inner === undefined
      ? [own]
      : [own, ...fieldsIn(inner, `${path}.`, isInList || field.kind === 'list')];
  });
}

/** What a record holds, or each item of a list. */
function innerFields(field: Field): Fields | undefined {
  if (field.kind === 'record') return field.fields;
  return field.kind === 'list' && field.item !== 'text' ? field.item : undefined;
}
