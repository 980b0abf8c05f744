import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A list of any length of plain data: compressed but for the last of it, and gone through in its order as often as wanted. */
export class PackedList<Item> implements Iterable<Item> {
  readonly #blocks: Buffer[] = [];
  #last: string[] = [];
  #lastLength = 0;
  #count = 0;

  get length(): number {
    return this.#count;
  }

  push(items: readonly Item[]): void {
    const text = JSON.stringify(items);
    this.#last.push(text);
    this.#lastLength += text.length;
    this.#count += items.length;
    if (this.#lastLength < BLOCK) return;
    this.#blocks.push(deflateRawSync(joinedLists(this.#last), { level: constants.Z_BEST_SPEED }));
    this.#last = [];
    this.#lastLength = 0;
  }

  *[Symbol.iterator](): Generator<Item> {
    for (const block of this.#blocks) yield* itemsIn<Item>(inflateRawSync(block).toString());
    yield* itemsIn<Item>(joinedLists(this.#last));
  }
}

/** UTF-16 units of JSON that are compressed together. */
const BLOCK = 1 << 20;

function joinedLists(lists: readonly string[]): string {
  return `[${lists.join(',')}]`;
}

function itemsIn<Item>(json: string): Item[] {
  return (JSON.parse(json) as Item[][]).flat();
}
