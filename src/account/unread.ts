import { isWithin, stepsOf } from '../facts/fact-path.ts';
import type { Fields } from '../facts/field.ts';
import { guessKey } from '../facts/guess-key.ts';
import { VOCABULARY } from '../facts/vocabulary.ts';

/** Paths at which reading found something that it could not take over; it has reported them itself. */
export type Unread = ReadonlySet<string>;

/** Whether one of a record's keys may be absent only because reading refused its value, or did not know its name. */
export function isUnread(unread: Unread, record: string, keys: readonly string[]): boolean {
  if (unread.size === 0) return false;
  return [...unread].some((path) => {
    if (!path.startsWith(`${record}.`)) return false;
    return keys.some((key) => path.startsWith(`${record}.${key}`)) || stepsOf(path) === undefined;
  });
}

/** Whether something under `path` is absent only because reading refused it. */
export function hasUnread(unread: Unread, path: string): boolean {
  if (unread.size === 0) return false;
  return [...unread].some((other) => isWithin(other, path));
}

/** Whether reading refused what is at `path` or around it, or a key that was probably meant to be one of these. */
export function isLost(unread: Unread, path: string): boolean {
  if (unread.size === 0) return false;
  return [...unread].some((refused) => {
    const meant = meantPath(refused);
    return meant !== undefined && isWithin(path, meant);
  });
}

/** A refused path; where its last key is unknown, that of the key that was probably meant. */
function meantPath(path: string): string | undefined {
  if (stepsOf(path) !== undefined) return path;
  const segments = path.split('.');
  const at = segments.findIndex((_, index) => stepsOf(segments.slice(0, index + 1).join('.')) === undefined);
  const record = segments.slice(0, at).join('.');
  const name = guessKey(segments.slice(at).join('.'), fieldsAt(record))?.name;
  return name === undefined || record === '' ? name : `${record}.${name}`;
}

function fieldsAt(record: string): Fields {
  const [step, holder] = (stepsOf(record) ?? []).toReversed();
  if (step?.kind === 'field' && step.field.kind === 'record') return step.field.fields;
  const list = step?.kind === 'item' && holder?.kind === 'field' ? holder.field : undefined;
  return list?.kind === 'list' && list.item !== 'text' ? list.item : VOCABULARY;
}
