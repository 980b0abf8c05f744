import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { codeOf } from '../../disk/io-error.ts';

/** Where a line stands in its file, in bytes; `length` is without its end. */
export interface Place {
  readonly start: number;
  readonly length: number;
}

/** A line's value, undefined for one that is damaged or torn off. */
export interface Line extends Place {
  readonly value: unknown;
}

/** One value as a line of its own with a checksum ahead: a line that was torn or tampered with is noticed. */
export function toLine(value: unknown): string {
  const json = JSON.stringify(value);
  return `${checksum(json)} ${json}\n`;
}

/** Reads what `toLine` wrote. */
export function* fromLines(bytes: Buffer): Generator<Line> {
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found === -1 ? bytes.length : found;
    const value = found === -1 ? undefined : fromLine(bytes.subarray(start, end));
    yield { value, start, length: end - start };
    start = end + 1;
  }
}

/** The same of a file, piece by piece, so that no more than a piece is in memory; nothing where there is no file. */
export function* readLines(path: string): Generator<Line> {
  const file = openIfThere(path);
  if (file === undefined) return;
  try {
    let piece = Buffer.allocUnsafe(PIECE);
    let before = 0;
    let held = 0;
    for (;;) {
      const read = readSync(file, piece, held, piece.length - held, null);
      if (read === 0) break;
      held += read;
      const end = piece.subarray(0, held).lastIndexOf(NEWLINE) + 1;
      for (const line of fromLines(piece.subarray(0, end))) yield { ...line, start: before + line.start };
      piece.copyWithin(0, end, held);
      before += end;
      held -= end;
      if (held === piece.length) piece = Buffer.concat([piece], 2 * held);
    }
    if (held > 0) yield { value: undefined, start: before, length: held };
  } finally {
    closeSync(file);
  }
}

/** The value of one line, whose place is known; undefined where it does not stand there any more. */
export function readLine(path: string, { start, length }: Place): unknown {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(length);
    return readSync(file, bytes, 0, length, start) === length ? fromLine(bytes) : undefined;
  } finally {
    closeSync(file);
  }
}

const NEWLINE = 0x0a;
/** Bytes. */
const PIECE = 1 << 16;

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

const CHECKSUM_LENGTH = 8;

function fromLine(line: Buffer): unknown {
  const json = line.subarray(CHECKSUM_LENGTH + 1);
  const head = line.toString('latin1', 0, CHECKSUM_LENGTH + 1);
  return head === `${checksum(json)} ` ? JSON.parse(json.toString()) : undefined;
}

function checksum(json: string | Buffer): string {
  return crc32(json).toString(16).padStart(CHECKSUM_LENGTH, '0');
}
