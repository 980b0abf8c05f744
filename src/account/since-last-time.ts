import type { Facts } from '../facts/facts.ts';

/** Whether last time's report is a year older: only then is its figure what 上年 means. */
export function isYearBefore(last: Facts, now: Facts): boolean {
  const [before, after] = [last.report?.to ?? last.report?.date, now.report?.to ?? now.report?.date];
  if (before === undefined || after === undefined) return false;
  const months = (after.year - before.year) * 12 + after.month - before.month;
  return months >= 11 && months <= 13;
}

/** What stands for a thing of last time in this one: same 编号 or nearly the same title. */
export interface Successor {
  /** Its place in this time's list; undefined where nothing stands for it. */
  readonly index?: number;
}

/** The item of a list that goes on with one of last time. */
export function successorOf(
  { id, title = '' }: { readonly id?: string; readonly title?: string },
  items: readonly { readonly id?: string; readonly title?: string }[],
): Successor {
  const same = id === undefined ? -1 : items.findIndex((item) => item.id === id);
  if (same !== -1) return { index: same };
  const alike = items.findIndex((item) => areAlike(title, item.title ?? ''));
  return alike === -1 ? {} : { index: alike };
}

/** Two titles that share most of their pairs of characters. */
export function areAlike(a: string, b: string): boolean {
  const [one, other] = [titlePairs(a), titlePairs(b)];
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return one.size + other.size > 0 && (2 * shared) / (one.size + other.size) > LIKE_TITLES;
}

/** Whether a text speaks of what a title says: it holds most of its pairs of characters. */
export function mentions(text: string, title: string): boolean {
  const pairs = titlePairs(title);
  const held = titlePairs(text);
  let shared = 0;
  for (const pair of pairs) if (held.has(pair)) shared += 1;
  return pairs.size > 0 && shared / pairs.size >= MENTIONED;
}

const LIKE_TITLES = 0.6;
const MENTIONED = 0.7;

function titlePairs(text: string): ReadonlySet<string> {
  const characters = [...text.replace(/[\s\p{P}]/gu, '')];
  if (characters.length < 2) return new Set(characters);
  return new Set(characters.slice(1).map((character, index) => (characters[index] ?? '') + character));
}
