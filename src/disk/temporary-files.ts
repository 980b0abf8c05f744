import { unlinkSync } from 'node:fs';

/** The name of a half-written file says whose it is; `mark` tells the threads and the times of one process number apart. */
export function temporaryName(mark: string): string {
  return `.report-${process.pid}-${mark}.tmp`;
}

/** The number of the process that a half-written file belongs to; undefined for any other file. */
export function ownerOfTemporary(name: string): number | undefined {
  const pid = /^\.report-(\d+)-[0-9a-f]+-\d+\.tmp$/.exec(name)?.[1];
  return pid === undefined ? undefined : Number(pid);
}

/** Half-written files of this process: each is removed again whatever happens, an interruption too. */
const unfinished = new Set<string>();
let tellWriting: (isWriting: boolean) => void = () => {};

/** Lets one know when the first of some files is begun, and when none is unfinished any more. */
export function watchTemporaries(listener: (isWriting: boolean) => void): void {
  tellWriting = listener;
}

/** Whether there is a file that an interruption would leave half written. */
export function isWriting(): boolean {
  return unfinished.size > 0;
}

/** Notes a file that is about to be written. */
export function beginTemporary(path: string): void {
  unfinished.add(path);
  if (unfinished.size === 1) tellWriting(true);
}

/** The file has its final name. */
export function finishTemporary(path: string): void {
  if (unfinished.delete(path) && unfinished.size === 0) tellWriting(false);
}

/** Removes one that will not be finished. */
export function dropTemporary(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made, or the folder is gone; either way nothing is left over.
  }
  finishTemporary(path);
}

/** Removes all of them; for the end of an interrupted process. */
export function dropTemporaries(): void {
  for (const path of [...unfinished]) dropTemporary(path);
}
