import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';

/** The rows of a table of any size, plain data, in their order: compressed but for the last of them, and gone through as often as wanted. */
export class RowStore<Row> implements Iterable<Row> {
  readonly #blocks: Buffer[] = [];
  #last: string[] = [];
  #lastLength = 0;
  #count = 0;

  get length(): number {
    return this.#count;
  }

  push(rows: readonly Row[]): void {
    const text = JSON.stringify(rows);
    this.#last.push(text);
    this.#lastLength += text.length;
    this.#count += rows.length;
    if (this.#lastLength < BLOCK) return;
    this.#blocks.push(deflateRawSync(joinedLists(this.#last), { level: constants.Z_BEST_SPEED }));
    this.#last = [];
    this.#lastLength = 0;
  }

  *[Symbol.iterator](): Generator<Row> {
    for (const block of this.#blocks) yield* rowsIn<Row>(inflateRawSync(block).toString());
    yield* rowsIn<Row>(joinedLists(this.#last));
  }
}

/** UTF-16 units of JSON that are compressed together. */
const BLOCK = 1 << 20;

function joinedLists(lists: readonly string[]): string {
  return `[${lists.join(',')}]`;
}

function rowsIn<Row>(json: string): Row[] {
  return (JSON.parse(json) as Row[][]).flat();
}
