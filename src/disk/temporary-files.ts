import { unlinkSync } from 'node:fs';

/** Half-written files of this process: each is removed again whatever happens, an interruption too. */
const unfinished = new Set<string>();

/** Notes a file that is about to be written. */
export function beginTemporary(path: string): void {
  unfinished.add(path);
}

/** The file has its final name. */
export function finishTemporary(path: string): void {
  unfinished.delete(path);
}

/** Removes one that will not be finished. */
export function dropTemporary(path: string): void {
  unfinished.delete(path);
  try {
    unlinkSync(path);
  } catch {
    // It was never made, or the folder is gone; either way nothing is left over.
  }
}

/** Removes all of them; for the end of an interrupted process. */
export function dropTemporaries(): void {
  for (const path of [...unfinished]) dropTemporary(path);
}
