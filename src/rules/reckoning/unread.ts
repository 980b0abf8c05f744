import { stepsOf } from '../../facts/labels.ts';

/** Paths at which reading found something that it could not take over; it has reported them itself. */
export type Unread = ReadonlySet<string>;

/** Whether one of a record's keys may be absent only because reading refused its value, or did not know its name. */
export function isUnread(unread: Unread, record: string, keys: readonly string[]): boolean {
  return [...unread].some((path) => {
    if (!path.startsWith(`${record}.`)) return false;
    return keys.some((key) => path.startsWith(`${record}.${key}`)) || stepsOf(path) === undefined;
  });
}

/** Whether something under `path` is absent only because reading refused it. */
export function hasUnread(unread: Unread, path: string): boolean {
  return [...unread].some((other) => other === path || other.startsWith(`${path}.`));
}
