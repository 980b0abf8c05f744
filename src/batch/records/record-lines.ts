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

/** A line's place and its first bytes, for telling which one it is without reading it. */
export interface Head extends Place {
  readonly head: string;
}

/** The same of a file, piece by piece, so that no more than a piece is in memory; nothing where there is no file. */
export function readLines(path: string): Generator<Line> {
  return eachLine(
    path,
    (bytes) => (bytes === undefined ? undefined : fromLine(bytes)),
    (place, value) => ({ ...place, value }),
  );
}

/** Where each whole line of a file stands, with its first `length` characters after the checksum; none of them is looked into. */
export function* readHeads(path: string, length: number): Generator<Head> {
  const from = CHECKSUM_LENGTH + 1;
  const heads = eachLine(
    path,
    (bytes) => bytes?.toString('latin1', from, from + length),
    (place, head) => ({ ...place, head }),
  );
  for (const { head, ...place } of heads) if (head !== undefined) yield { ...place, head };
}

/** Reads piece by piece; a line that was torn off has no bytes. */
function* eachLine<Value, Found>(
  path: string,
  read: (line: Buffer | undefined) => Value,
  found: (place: Place, value: Value) => Found,
): Generator<Found> {
  const file = openIfThere(path);
  if (file === undefined) return;
  try {
    let piece = Buffer.allocUnsafe(PIECE);
    let before = 0;
    let held = 0;
    for (;;) {
      const count = readSync(file, piece, held, piece.length - held, null);
      if (count === 0) break;
      held += count;
      let start = 0;
      for (let end = piece.indexOf(NEWLINE); end !== -1 && end < held; end = piece.indexOf(NEWLINE, start)) {
        const line = piece.subarray(start, end);
        yield found({ start: before + start, length: line.length }, read(line));
        start = end + 1;
      }
      piece.copyWithin(0, start, held);
      before += start;
      held -= start;
      if (held === piece.length) piece = Buffer.concat([piece], 2 * held);
    }
    if (held > 0) yield found({ start: before, length: held }, read(undefined));
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

/** The value of a line that was read already; undefined for one that is damaged. */
export function fromLine(line: Buffer): unknown {
  const json = line.subarray(CHECKSUM_LENGTH + 1);
  const head = line.toString('latin1', 0, CHECKSUM_LENGTH + 1);
  return head === `${checksum(json)} ` ? JSON.parse(json.toString()) : undefined;
}

function checksum(json: string | Buffer): string {
  return crc32(json).toString(16).padStart(CHECKSUM_LENGTH, '0');
}
