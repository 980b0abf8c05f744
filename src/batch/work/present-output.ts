import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { UserError } from '../../diagnostics/user-error.ts';
import { codeOf, ioError } from '../../disk/io-error.ts';
import { classifyDocx } from '../../ooxml/fingerprint.ts';
import type { OutputFormat } from '../../write/writer.ts';
import { digestOf } from '../digest.ts';
import { isDamaged } from './is-damaged.ts';

/** What stands where a report is to go. `foreign` was written by this program, but not last and not for this unit. */
export type Present = 'nothing' | 'as-written' | 'foreign' | 'edited' | 'damaged';

/**
 * Judges what stands at an output's place by its content; `written` is the digest of what was last written there. UserError for a link, or
 * for what is no regular file or cannot be read.
 */
export function judgeOutput(path: string, written: string, format: OutputFormat): Present {
  const bytes = readIfThere(path);
  if (bytes === undefined) return 'nothing';
  if (digestOf(bytes) === written) return 'as-written';
  if (format !== 'docx') return 'foreign';
  if (classifyDocx(bytes) === 'ours-untouched') return 'foreign';
  return classifyDocx(bytes) === 'not-a-docx' || isDamaged(bytes) ? 'damaged' : 'edited';
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    const file = openSync(path, FLAGS);
    try {
      return fstatSync(file).isFile() ? readFileSync(file) : refuse(path, '不是普通文件');
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (codeOf(error) === 'ENOENT') return undefined;
    return codeOf(error) === 'ELOOP' ? refuse(path, '是符号链接') : fail(path, error);
  }
}

/** Links are not followed, pipes are not waited for; Windows knows neither flag. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function refuse(path: string, what: string): never {
  throw new UserError(`输出位置 ${path} ${what}，没有写入。`, '请移走它，或换一个输出文件夹。');
}

function fail(path: string, error: unknown): never {
  throw ioError('读取', path, error);
}
