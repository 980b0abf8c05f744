import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { errorCode } from '../../disk/io-error.ts';

/** Where a line is in its file, in bytes; `length` is without its end. */
export interface Place {
  readonly start: number;
  readonly length: number;
}

/** What an entry begins with: of what it is, and a digest of what it was made from. */
export interface EntryHead {
  readonly key: string;
  readonly stamp: string;
}

/** An entry as a line. Between its three JSON texts are tabs, which JSON never holds, so that the head is read without the value. */
export function entryLine(key: string, stamp: string, value: unknown): string {
  return toLine(`${JSON.stringify(key)}\t${JSON.stringify(stamp)}\t${JSON.stringify(value)}`);
}

/** A text as a line with a checksum ahead: a line that was torn or tampered with is noticed. */
export function toLine(text: string): string {
  return `${checksum(text)} ${text}\n`;
}

/** The text of a line that is read without its end; undefined for a damaged one. */
export function textIn(line: Buffer): Buffer | undefined {
  const text = line.subarray(CHECKSUM_LENGTH + 1);
  return line.toString('latin1', 0, CHECKSUM_LENGTH + 1) === `${checksum(text)} ` ? text : undefined;
}

export function headIn(text: Buffer): EntryHead {
  const end = text.indexOf(TAB_CODE);
  const key = JSON.parse(text.toString('utf8', 0, end));
  return { key, stamp: JSON.parse(text.toString('utf8', end + 1, text.indexOf(TAB_CODE, end + 1))) };
}

export function valueIn(text: Buffer): unknown {
  return JSON.parse(text.toString('utf8', text.indexOf(TAB_CODE, text.indexOf(TAB_CODE) + 1) + 1));
}

/** Hands over each line of a file, a torn last one as undefined; nothing where there is no file. The bytes are overwritten by those of later lines. */
export function* readLines(path: string): Generator<Place & { readonly line: Buffer | undefined }> {
  const file = openIfThere(path);
  if (file === undefined) return;
  try {
    let piece = Buffer.allocUnsafe(READ_SIZE);
    let before = 0;
    let held = 0;
    for (;;) {
      const count = readSync(file, piece, held, piece.length - held, null);
      if (count === 0) break;
      held += count;
      let start = 0;
      for (let end = piece.indexOf(NEWLINE); end !== -1 && end < held; end = piece.indexOf(NEWLINE, start)) {
        yield { start: before + start, length: end - start, line: piece.subarray(start, end) };
        start = end + 1;
      }
      piece.copyWithin(0, start, held);
      before += start;
      held -= start;
      if (held === piece.length) piece = Buffer.concat([piece], 2 * held);
    }
    if (held > 0) yield { start: before, length: held, line: undefined };
  } finally {
    closeSync(file);
  }
}

/** Reads lines by their places: what is near the last one takes no further call of the system. */
export class LineReader {
  readonly path: string;
  #piece = Buffer.alloc(0);
  #start = 0;
  #length = 0;

  constructor(path: string) {
    this.path = path;
  }

  /** Fewer bytes where the file ends sooner. They are overwritten by the next call. */
  read({ start, length }: Place): Buffer {
    if (start < this.#start || start + length > this.#start + this.#length) this.#move(start, length);
    const from = start - this.#start;
    return this.#piece.subarray(from, Math.min(from + length, this.#length));
  }

  /** To be called when another file has taken this one's place. */
  forget(): void {
    this.#length = 0;
  }

  #move(start: number, length: number): void {
    const wanted = Math.max(READ_SIZE, length);
    if (this.#piece.length < wanted) this.#piece = Buffer.allocUnsafe(wanted);
    const file = openSync(this.path, 'r');
    try {
      this.#length = readSync(file, this.#piece, 0, this.#piece.length, start);
      this.#start = start;
    } finally {
      closeSync(file);
    }
  }
}

const NEWLINE = 0x0a;
const TAB_CODE = 0x09;
/** Bytes. */
const READ_SIZE = 1 << 16;
const CHECKSUM_LENGTH = 8;

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function checksum(text: string | Buffer): string {
  return crc32(text).toString(16).padStart(CHECKSUM_LENGTH, '0');
}
