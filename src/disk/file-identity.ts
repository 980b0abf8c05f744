import { lstatSync } from 'node:fs';

/**
 * What tells a file's content from any other that it had or will have, without reading it: where it is on the disk, its size, and when it was last
 * changed, which no program can set back. Undefined where that cannot be relied upon: the system gives no such time, or it is so recent that
 * a second change could have the same.
 */
export function fileIdentity(path: string): string | undefined {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile() || stats.ctimeMs === 0n) return undefined;
  const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = stats;
  if (Date.now() - Number(ctimeMs) < LEAST_AGE) return undefined;
  return [dev, ino, size, mtimeNs, ctimeNs].map((part) => part.toString(36)).join('.');
}

/** Milliseconds: FAT counts in steps of two seconds. */
const LEAST_AGE = 2_500;
