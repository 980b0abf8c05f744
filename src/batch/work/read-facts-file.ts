import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { UserError } from '../../diagnostics/user-error.ts';
import { ioError } from '../../disk/io-error.ts';

/**
 * Reads a facts file, one byte more than the largest that is accepted at most. What was put in its place since it was found (a link, a
 * pipe) is refused without waiting; one that is being written is waited for. UserError where it cannot be read.
 */
export function readFactsFile(path: string): Uint8Array {
  for (const pause of PAUSES) {
    const bytes = readOnce(path);
    if (bytes !== undefined) return bytes;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
  throw new UserError(`${path} 一直在变动，没有读到完整的内容。`, '请等写入它的程序结束后再运行。');
}

/** Milliseconds. */
const PAUSES = [20, 50, 100, 200, 400];

/** Windows knows neither of the two. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** 4 MB. */
const LARGEST = 4 * 1024 * 1024;

/** Undefined where the file changed while it was read. */
function readOnce(path: string): Uint8Array | undefined {
  try {
    const file = openSync(path, FLAGS);
    try {
      return readWhole(file, path);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof UserError ? error : ioError('读取', path, error);
  }
}

function readWhole(file: number, path: string): Uint8Array | undefined {
  const before = fstatSync(file);
  if (!before.isFile()) throw new UserError(`${path} 不是普通文件。`, '请换成普通的 YAML 文件。');
  const bytes = Buffer.allocUnsafe(Math.min(before.size, LARGEST) + 1);
  let length = 0;
  while (length < bytes.length) {
    const read = readSync(file, bytes, length, bytes.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return isSame(before, fstatSync(file)) ? bytes.subarray(0, length) : undefined;
}

function isSame(before: Stats, after: Stats): boolean {
  return before.size === after.size && before.mtimeMs === after.mtimeMs;
}
