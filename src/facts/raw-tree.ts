/**
 * A facts file as YAML alone understands it: texts, maps and lists, the same from either reading lane. Keys and texts are as
 * written (`0512`, `no`), in the file's own language. Nothing after a key, `~`, `null` and `""` are all the empty text.
 */
export type Raw = string | RawMap | RawList | typeof REFUSED;

export interface RawMap {
  readonly kind: 'map';
  readonly keys: string[];
  /** As many as `keys`, in the file's order; a key may come twice. */
  readonly values: Raw[];
  /** Where a key of it was refused, so that what it lacks may be there. */
  isOpen?: boolean;
}

export interface RawList {
  readonly kind: 'list';
  readonly values: Raw[];
}

/** How deeply a facts file may nest. */
export const DEEPEST_FACTS = 32;

/** Stands for a value that was reported already, such as an alias: nothing more is said of it. */
export const REFUSED = Symbol('refused');

/** A place in a raw tree: a map's key or value, a list's item. */
export interface RawPlace {
  readonly holder: RawMap | RawList;
  readonly index: number;
  readonly part: 'key' | 'value';
}

/** What plain YAML texts mean nothing at all. */
export function isNullText(plain: string): boolean {
  return plain === '~' || plain === 'null' || plain === 'Null' || plain === 'NULL';
}

export function isMap(raw: Raw | undefined): raw is RawMap {
  return typeof raw === 'object' && raw.kind === 'map';
}

export function isList(raw: Raw): raw is RawList {
  return typeof raw === 'object' && raw.kind === 'list';
}
