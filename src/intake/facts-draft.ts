import { nameOf, parentOf } from '../facts/fact-path.ts';
/** What a key of a facts file is to hold: a text, several, a record, or a list of records. */
export type DraftValue = string | readonly string[] | DraftRecord | readonly DraftRecord[];

/**
 * A record of a facts file that is being made, by the vocabulary's English names (of a tally by its parts), with the comments that go along.
 * Texts are those that the file is to say, before any quoting.
 */
export class DraftRecord {
  readonly values = new Map<string, DraftValue>();
  /** By key what comes after `#` at the end of its line. */
  readonly beside = new Map<string, string>();
  /** Lines of comment by the key that they are above; by an empty one those at the record's end. */
  readonly above = new Map<string, string[]>();

  get(path: string): DraftValue | undefined {
    const [name = '', ...rest] = path.split('.');
    const value = this.values.get(name);
    if (rest.length === 0) return value;
    return value instanceof DraftRecord ? value.get(rest.join('.')) : undefined;
  }

  text(path: string): string | undefined {
    const value = this.get(path);
    return typeof value === 'string' ? value : undefined;
  }

  /** The records of a list; none where there is no such list. */
  records(list: string): readonly DraftRecord[] {
    return this.get(list) === undefined ? [] : this.list(list);
  }

  /** The record at a path, which is opened where there is none. */
  at(path: string): DraftRecord {
    return path === ''
      ? this
      : path.split('.').reduce((record: DraftRecord, name) => record.open(name), this);
  }

  private open(name: string): DraftRecord {
    const known = this.values.get(name);
    if (known instanceof DraftRecord) return known;
    const made = new DraftRecord();
    this.values.set(name, made);
    return made;
  }

  set(path: string, value: DraftValue, beside?: string): void {
    const record = this.at(parentOf(path));
    const name = nameOf(path);
    record.values.set(name, value);
    if (beside !== undefined) record.beside.set(name, beside);
  }

  /** The records of a list, which is made where there is none. */
  list(path: string): DraftRecord[] {
    const known = this.get(path);
    if (Array.isArray(known)) return known as DraftRecord[];
    const made: DraftRecord[] = [];
    this.set(path, made);
    return made;
  }

  /** Adds a comment above what is at the path; at the end of the record where the path is empty or ends in a dot. */
  note(path: string, text: string): void {
    const record = this.at(parentOf(path));
    const name = nameOf(path);
    record.above.set(name, [...(record.above.get(name) ?? []), text]);
  }

  get isEmpty(): boolean {
    return this.values.size === 0 && this.above.size === 0;
  }
}
