import { closeSync, openSync, readSync } from 'node:fs';
import type { Source } from '../facts/source.ts';
import { ioError } from '../output/io-error.ts';
import { STANDARD_STREAM } from '../output/plan-outputs.ts';

/** What standard input is called in messages. */
export const STDIN_NAME = '<stdin>';

/**
 * Reads a facts file, or standard input for `-`. A file that is too large is not read to its end: one byte more than the limit is
 * enough for the reader to refuse it. UserError where it cannot be read.
 */
export function readSource(input: string): Source {
  if (input === STANDARD_STREAM) return { file: STDIN_NAME, bytes: readAll(0, STDIN_NAME) };
  const file = open(input);
  try {
    return { file: input, bytes: readAll(file, input) };
  } finally {
    closeSync(file);
  }
}

function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw ioError('读取', path, error);
  }
}

function readAll(file: number, name: string): Uint8Array {
  const chunks: Buffer[] = [];
  let size = 0;
  while (size <= LARGEST) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const length = readChunk(file, chunk, name);
    if (length === 0) break;
    chunks.push(chunk.subarray(0, length));
    size += length;
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}

function readChunk(file: number, chunk: Buffer, name: string): number {
  for (;;) {
    try {
      return readSync(file, chunk);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw ioError('读取', name, error);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
    }
  }
}

/** Bytes. */
const CHUNK = 64 * 1024;
const LARGEST = 4 * 1024 * 1024;
/** Milliseconds to wait for a terminal or a pipe that has nothing yet. */
const PATIENCE = 10;
