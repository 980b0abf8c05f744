import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { codeOf } from '../../disk/io-error.ts';
import { type ExtractLine, HEAD, headOf } from './extract-line.ts';
import { fromLine, type Place, readHeads } from './record-lines.ts';

/** What counties get of the units of a batch. It is much, so it stays on disk and is read in passing. */
export interface ExtractStore {
  /** Takes what `toExtractLine` made. */
  add(lines: readonly string[]): void;
  /** Which of the keys it has. */
  find(keys: readonly string[]): ExtractsFound;
  /** Keeps these alone, once they are less than half of it. */
  tidy(found: ExtractsFound): void;
}

export interface ExtractsFound {
  has(index: number): boolean;
  /** The line of a key by its place among the keys asked for; quickest in their order. Undefined where there is none that can be trusted. */
  read(index: number): ExtractLine | undefined;
  close(): void;
}

/** A store in a file, to which every run adds, and files of others (shards) that are only read. What cannot be added (a full disk) is made again when it is needed. */
export function openExtracts(path: string, others: readonly string[] = []): ExtractStore {
  return {
    add(lines) {
      try {
        appendFileSync(path, lines.join(''));
      } catch (error) {
        if (codeOf(error) === '') throw error;
      }
    },
    find: (keys) => findIn([...others, path], keys),
    tidy(found) {
      if (existsSync(path) && found instanceof Found && found.length * 2 < statSync(path).size)
        rewrite(path, found);
    },
  };
}

/** Places as numbers: those of a whole country take a megabyte. */
class Found implements ExtractsFound {
  readonly #windows: Window[];
  readonly #files: Int8Array;
  readonly #starts: Float64Array;
  readonly #lengths: Uint32Array;

  constructor(paths: readonly string[], count: number) {
    this.#windows = paths.map((path) => new Window(path));
    this.#files = new Int8Array(count).fill(-1);
    this.#starts = new Float64Array(count);
    this.#lengths = new Uint32Array(count);
  }

  note(index: number, file: number, { start, length }: Place): void {
    this.#files[index] = file;
    this.#starts[index] = start;
    this.#lengths[index] = length;
  }

  has(index: number): boolean {
    return (this.#files[index] ?? -1) >= 0;
  }

  bytes(index: number): Buffer | undefined {
    const window = this.#windows[this.#files[index] ?? -1];
    return window?.read({ start: this.#starts[index] ?? 0, length: this.#lengths[index] ?? 0 });
  }

  read(index: number): ExtractLine | undefined {
    const bytes = this.bytes(index);
    // A right checksum says that it was written by us.
    return bytes === undefined ? undefined : (fromLine(bytes) as ExtractLine | undefined);
  }

  get count(): number {
    return this.#files.length;
  }

  /** Bytes of all lines. */
  get length(): number {
    return this.#lengths.reduce((sum, length) => sum + length + 1, 0);
  }

  close(): void {
    for (const window of this.#windows) window.close();
  }
}

function findIn(paths: readonly string[], keys: readonly string[]): Found {
  const wanted = new Map(keys.map((key, index) => [headOf(key), index]));
  const found = new Found(paths, keys.length);
  for (const [file, path] of paths.entries()) {
    for (const { head, ...place } of readHeads(path, HEAD)) {
      const index = wanted.get(head);
      if (index !== undefined) found.note(index, file, place);
    }
  }
  return found;
}

function rewrite(path: string, found: Found): void {
  const fresh = `${path}.new`;
  writeFileSync(fresh, '');
  for (let index = 0; index < found.count; index += 1) {
    const bytes = found.bytes(index);
    if (bytes !== undefined) appendFileSync(fresh, Buffer.concat([bytes, Buffer.from('\n')]));
  }
  found.close();
  renameSync(fresh, path);
}

/** Reads pieces of a file that lie near each other with few calls. */
class Window {
  readonly #path: string;
  #file: number | undefined;
  #piece = Buffer.alloc(0);
  #start = 0;

  constructor(path: string) {
    this.#path = path;
  }

  read({ start, length }: Place): Buffer | undefined {
    if (start < this.#start || start + length > this.#start + this.#piece.length) this.#move(start, length);
    const from = start - this.#start;
    const bytes = this.#piece.subarray(from, from + length);
    return bytes.length === length ? bytes : undefined;
  }

  #move(start: number, length: number): void {
    this.#file ??= openSync(this.#path, 'r');
    const piece = Buffer.allocUnsafe(Math.max(PIECE, length));
    const count = readSync(this.#file, piece, 0, piece.length, start);
    this.#piece = piece.subarray(0, count);
    this.#start = start;
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

/** Bytes. */
const PIECE = 1 << 18;
