import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Standing } from '../bytes/label.ts';
import { recogniseOwn } from '../bytes/recognise.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { errorCode, ioError } from './io-error.ts';
import { refuseIrregularOutput } from './refuse-output.ts';
import { refuseUnportable } from './refuse-unportable.ts';

/**
 * What stands where a file is to be written. `ours` is as this program wrote it: it carries our intact fingerprint, or `recorded` knows these
 * very bytes. Everything else is somebody's work, whatever it is or was.
 */
export type OutputPlace =
  | { readonly holds: 'nothing' }
  | { readonly holds: 'ours'; readonly standing: Standing; readonly isRecorded: boolean }
  | { readonly holds: 'others'; readonly bytes: Uint8Array };

/** Says of bytes at a place that they are what was written there last. */
export type Recorded = (path: string, bytes: Uint8Array) => Standing | undefined;

/** Judges a place by what it holds, never by names. UserError for a name that not every system has, for a link, for what is no regular file or cannot be read. */
export function judgePlace(path: string, recorded: Recorded): OutputPlace {
  refuseUnportable(path);
  const bytes = readOutput(path);
  if (bytes === undefined) return { holds: 'nothing' };
  const known = recorded(path, bytes);
  if (known !== undefined) return { holds: 'ours', standing: known, isRecorded: true };
  const standing = recogniseOwn(bytes);
  return standing === undefined ? { holds: 'others', bytes } : { holds: 'ours', standing, isRecorded: false };
}

function readOutput(path: string): Uint8Array | undefined {
  try {
    const file = openSync(path, JUDGE_FLAGS);
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) refuseIrregularOutput(path);
      return stats.size > LARGEST_JUDGED ? new Uint8Array() : readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
    refuseIrregularOutput(path);
    throw ioError('读取', path, error);
  }
}

/** Links are not followed, pipes are not waited for; Windows knows neither flag. */
const JUDGE_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Bytes: no file of ours is larger, and what is larger need not be read to know that it is not ours. */
const LARGEST_JUDGED = 256 * 1024 * 1024;
