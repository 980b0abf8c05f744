import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { crc32 } from 'node:zlib';
import { codeOf } from '../../output/io-error.ts';

/** One value as a line of its own with a checksum ahead: a line that was torn or tampered with is noticed. */
export function toLine(value: unknown): string {
  const json = JSON.stringify(value);
  return `${checksum(json)} ${json}\n`;
}

/** Reads a text of what `toLine` wrote: each line's value, undefined for one that is damaged or torn off. */
export function* fromLines(text: string): Generator<unknown> {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    yield found === -1 ? undefined : fromLine(text.slice(start, end));
    start = end + 1;
  }
}

/** The same of a file, piece by piece; nothing where there is no file. */
export function* readLines(path: string): Generator<unknown> {
  const file = openIfThere(path);
  if (file === undefined) return;
  try {
    const decoder = new StringDecoder('utf8');
    const chunk = Buffer.allocUnsafe(CHUNK);
    let rest = '';
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      const text = rest + decoder.write(chunk.subarray(0, read));
      const end = text.lastIndexOf('\n') + 1;
      rest = text.slice(end);
      yield* fromLines(text.slice(0, end));
    }
    if (rest !== '') yield undefined;
  } finally {
    closeSync(file);
  }
}

/** Bytes. */
const CHUNK = 1 << 20;

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

const CHECKSUM_LENGTH = 8;

function fromLine(line: string): unknown {
  const json = line.slice(CHECKSUM_LENGTH + 1);
  return line.startsWith(`${checksum(json)} `) ? JSON.parse(json) : undefined;
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(CHECKSUM_LENGTH, '0');
}
