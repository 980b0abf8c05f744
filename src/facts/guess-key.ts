import type { Fields } from './field.ts';
import { fieldsByKey, type NamedField } from './key-index.ts';
import { nearestWord } from './suggest.ts';

/** The key of a record that an unknown one was probably meant to be, as it would be written. */
export function guessKey(
  key: string,
  fields: Fields,
): (NamedField & { readonly written: string }) | undefined {
  const keys = fieldsByKey(fields);
  const written = nearestWord(key.trim(), keys.keys());
  const known = written === undefined ? undefined : keys.get(written);
  return written === undefined || known === undefined ? undefined : { ...known, written };
}
