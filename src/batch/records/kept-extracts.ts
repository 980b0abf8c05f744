import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { userCacheFolder } from '../../disk/user-cache-folder.ts';
import { namesIn } from '../../disk/walk.ts';
import { contentDigest } from '../digest.ts';
import { isRunning } from '../is-running.ts';
import type { StoredExtract } from './extract-key.ts';
import { RecordLog } from './record-log.ts';

/**
 * Lets a roll-up use what was extracted for the same output last time, and keeps what it adds, in the user's cache folder. While it is used the
 * log has a name of this process alone, so that no other run reads or writes it; whoever comes meanwhile begins anew. What cannot be kept is
 * extracted again next time.
 */
export async function withKeptExtracts<Result>(
  output: string,
  use: (log: RecordLog<StoredExtract>) => Promise<Result>,
): Promise<Result> {
  const cache = userCacheFolder();
  const folder = cache && makeFolder(join(cache, 'rollup'));
  if (folder === undefined) return use(new RecordLog([]));
  const kept = join(folder, `${contentDigest(resolve(output))}.ndjson`);
  const own = `${kept}-${process.pid}`;
  move(kept, own);
  if (!existsSync(own)) takeOver(kept, own);
  try {
    return await use(new RecordLog([own], own));
  } finally {
    move(own, kept);
    forgetOldest(folder);
  }
}

/** Undefined where there can be none. Facts are nobody else's to read. */
function makeFolder(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  } catch {
    return undefined;
  }
}

/** A run that was killed leaves its log, to which it had added all that it finished; it ends in half a line at worst. */
function takeOver(kept: string, own: string): void {
  const left = namesIn(dirname(kept)).filter((name) => {
    const pid = Number(name.slice(basename(kept).length + 1));
    return name.startsWith(`${basename(kept)}-`) && Number.isInteger(pid) && !isRunning(pid);
  });
  const [first] = left;
  if (first !== undefined) move(join(dirname(kept), first), own);
}

/** The file then counts as just used. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
    const now = new Date();
    utimesSync(to, now, now);
  } catch {
    // There is none, or it stays where it is: then nothing is known next time.
  }
}

/** Also what runs left behind that were killed. */
function forgetOldest(folder: string): void {
  try {
    const files = readdirSync(folder).map((name) => join(folder, name));
    const newestFirst = files
      .map((file) => ({ file, used: statSync(file).mtimeMs }))
      .sort((a, b) => b.used - a.used);
    for (const { file } of newestFirst.slice(MOST_KEPT)) rmSync(file, { force: true });
  } catch {
    // Another run was quicker.
  }
}

/** Counties; that of 40 units takes some 60 kilobytes. */
const MOST_KEPT = 8;
