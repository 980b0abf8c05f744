import { statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ownerOfTemporary } from '../disk/temporary-files.ts';
import { namesIn } from '../disk/walk.ts';
import { isRunning } from './is-running.ts';

/**
 * Removes the half-written files that a killed run left in some folders. A living process's are spared: one of this machine is asked for,
 * of others' only old files are taken. `isAlone` says that no shard elsewhere is at work.
 */
export function sweepTemporaries(folders: Iterable<string>, isAlone: boolean): void {
  for (const folder of folders) {
    for (const name of namesIn(folder)) {
      const pid = ownerOfTemporary(name);
      if (pid === undefined) continue;
      const path = join(folder, name);
      if (isOld(path) || (isAlone && !isAnothers(pid))) removeIfThere(path);
    }
  }
}

/** No file takes that long to write. */
const OLD_MS = 600_000;

function isOld(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > OLD_MS;
}

/** Our own number was another's before: nothing of ours is unfinished yet. */
function isAnothers(pid: number): boolean {
  return pid !== process.pid && isRunning(pid);
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Gone already, or not ours to remove: it harms nobody.
  }
}
