/** A change that was written, whole file before and after. */
export interface WrittenChange {
  readonly file: string;
  /** What was changed: 党员总数. */
  readonly label: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** The changes that were made here, so that each can be taken back while the file is as it left it. */
export class History {
  readonly #written: WrittenChange[] = [];

  add(written: WrittenChange): void {
    this.#written.push(written);
    if (this.#written.length > MOST_CHANGES) this.#written.shift();
  }

  /** The last change of a file; undefined where somebody else has changed it since. */
  last(file: string, bytes: Uint8Array): WrittenChange | undefined {
    const last = this.#written.findLast((each) => each.file === file);
    return last !== undefined && Buffer.compare(last.after, bytes) === 0 ? last : undefined;
  }

  drop(written: WrittenChange): void {
    this.#written.splice(this.#written.indexOf(written), 1);
  }
}

/** A facts file has some 20 kB. */
const MOST_CHANGES = 100;
