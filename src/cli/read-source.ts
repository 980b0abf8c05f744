import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { ioError } from '../disk/io-error.ts';
import { STANDARD_STREAM } from '../disk/plan-outputs.ts';
import type { Source } from '../facts/source.ts';
import { listenWhile } from './signals.ts';

/** What standard input is called in messages. */
const STDIN_NAME = '<stdin>';

/** Bytes. */
const LARGEST = 4 * 1024 * 1024;

/**
 * Reads a facts file, or standard input for `-`. What is too large is not read to its end: a little more than the limit is enough for
 * the reader to refuse it. UserError where it cannot be read.
 */
export async function readSource(input: string, largest = LARGEST): Promise<Source> {
  const file = input === STANDARD_STREAM ? STDIN_NAME : input;
  try {
    const bytes =
      input === STANDARD_STREAM ? await drain(process.stdin, largest) : await readFile(input, largest);
    return { file, bytes };
  } catch (error) {
    throw ioError('读取', file, error);
  }
}

/** A pipe may keep us waiting, and meanwhile an interruption must get through; a file does not. */
async function readFile(path: string, largest: number): Promise<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const stats = fstatSync(file);
    if (stats.isFile() || stats.isDirectory()) return readStart(file, Math.min(stats.size, largest + 1));
    return await drain(createReadStream('', { fd: file, autoClose: false }), largest);
  } finally {
    closeSync(file);
  }
}

function readStart(file: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  for (let read = -1; read !== 0 && length < size; length += read) {
    read = readSync(file, bytes, length, size - length, null);
  }
  return bytes.subarray(0, length);
}

function drain(stream: AsyncIterable<Buffer>, largest: number): Promise<Uint8Array> {
  return listenWhile(readAll(stream, largest));
}

async function readAll(stream: AsyncIterable<Buffer>, largest: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > largest) break;
  }
  return Buffer.concat(chunks);
}
