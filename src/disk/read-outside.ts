import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { decodeBytes, encodingOf } from '../bytes/encoding.ts';
import { fileKindOf, isTextual } from '../bytes/file-kind.ts';
import { readUtf8 } from '../bytes/read-utf8.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { ioError } from './io-error.ts';

/** What a file from outside has to be. */
export interface Contract {
  /** What a message calls it: 模板, 配置文件; empty where its path says enough. */
  readonly name: string;
  /** Bytes. */
  readonly largest: number;
  /** Whether a larger one is cut one byte after the limit, for a reader that refuses it at its place; otherwise it is refused here. */
  readonly isCut?: boolean;
  /** Whether a symbolic link is refused; otherwise it is followed. */
  readonly refusesLinks?: boolean;
}

const MEGABYTE = 1024 * 1024;

/** The files that are read today. */
export const CONTRACTS = {
  facts: { name: '', largest: 4 * MEGABYTE, isCut: true },
  /** In a batch a link may lead out of the folder that was given. */
  batchFacts: { name: '', largest: 4 * MEGABYTE, isCut: true, refusesLinks: true },
  /** A report may hold pictures. */
  finished: { name: '', largest: 128 * MEGABYTE, isCut: true },
  /** A roster stands inside the folder of the facts that name it. */
  roster: { name: '名册', largest: 64 * MEGABYTE, refusesLinks: true },
  /** A ledger or a form that somebody sent back. */
  returned: { name: '', largest: 64 * MEGABYTE },
  template: { name: '模板', largest: 4 * MEGABYTE },
  configuration: { name: '配置文件', largest: 4 * MEGABYTE },
  ignoreList: { name: '排除清单', largest: 4 * MEGABYTE },
} as const satisfies Record<string, Contract>;

/**
 * The bytes of a file that comes from outside: the one door for all of them. A folder, a pipe, a socket or a device is refused without waiting
 * for it; a file that another program is writing is waited for, up to a second. UserError that names the path.
 */
export function readOutside(path: string, contract: Contract): Uint8Array {
  for (const pause of READ_PAUSES) {
    const bytes = readOnce(path, contract);
    if (bytes !== undefined) return bytes;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
  throw new UserError(`${path} 一直在变动，没有读到完整的内容。`, '请等写入它的程序结束后再运行。');
}

/** The text of a file that has to be UTF-8, without its byte order mark. UserError that names the path, and the encoding that it has instead. */
export function readOutsideText(path: string, contract: Contract): string {
  const { text, problem } = readUtf8(readOutside(path, contract));
  if (problem === undefined) return text;
  const line = text.slice(0, problem.start).split('\n').length;
  throw new UserError(`无法读取${contract.name} ${path}（第${line}行）：${problem.message}。`, problem.hint);
}

/** The text of a file for quoting its lines, in whatever encoding; undefined where there is none to be had. */
export function quotableText(path: string): string | undefined {
  try {
    return quotableBytes(readOutside(path, CONTRACTS.facts));
  } catch {
    return undefined;
  }
}

/** The same of bytes that were read already; empty for what is no text. */
export function quotableBytes(bytes: Uint8Array): string {
  return isTextual(fileKindOf(bytes)) ? decodeBytes(bytes, encodingOf(bytes)) : '';
}

/** Milliseconds. */
const READ_PAUSES = [20, 50, 100, 200, 400];

/** Undefined where the file changed while it was read. */
function readOnce(path: string, contract: Contract): Uint8Array | undefined {
  try {
    // A device may act when it is opened, so it is asked first; and again once it is open, for it may have been changed for another.
    refuseIrregular(path, contract.refusesLinks ? lstatSync(path) : statSync(path), contract);
    const file = openSync(path, READ_FLAGS | (contract.refusesLinks ? NO_LINKS : 0));
    try {
      return readWhole(file, path, contract);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof UserError ? error : ioError(`读取${contract.name}`, path, error);
  }
}

/** Windows knows neither of the two. */
const READ_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const NO_LINKS = constants.O_NOFOLLOW ?? 0;

function readWhole(file: number, path: string, contract: Contract): Uint8Array | undefined {
  const before = fstatSync(file);
  refuseIrregular(path, before, contract);
  if (before.size > contract.largest && !contract.isCut) throw fileTooLarge(path, contract);
  const bytes = Buffer.allocUnsafe(Math.min(before.size, contract.largest) + 1);
  let length = 0;
  while (length < bytes.length) {
    const read = readSync(file, bytes, length, bytes.length - length, null);
    if (read === 0) break;
    length += read;
  }
  const isWhole = length === Math.min(before.size, bytes.length);
  return isWhole && isUnchanged(before, fstatSync(file)) ? bytes.subarray(0, length) : undefined;
}

function isUnchanged(before: Stats, after: Stats): boolean {
  return before.size === after.size && before.mtimeMs === after.mtimeMs;
}

function refuseIrregular(path: string, stats: Stats, { name }: Contract): void {
  if (stats.isFile()) return;
  const isPipe = stats.isFIFO() || stats.isSocket();
  throw new UserError(
    `无法读取${name} ${path}：这是一个${whatIs(stats)}，不是普通文件。`,
    isPipe && name === ''
      ? '要从管道读取，路径写成 -，把内容送到标准输入。'
      : '请检查路径；这里应是一个普通的文件。',
  );
}

function whatIs(stats: Stats): string {
  if (stats.isDirectory()) return '文件夹';
  if (stats.isSymbolicLink()) return '符号链接';
  return stats.isFIFO() || stats.isSocket() ? '管道' : '设备';
}

function fileTooLarge(path: string, { name, largest }: Contract): UserError {
  return new UserError(
    `无法读取${name} ${path}：文件超过 ${largest / MEGABYTE} MB。`,
    '请检查是不是拿错了文件。',
  );
}
