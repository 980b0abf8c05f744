import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats, writeFileSync } from 'node:fs';

/**
 * A file's content if nobody but this user and the administrator could have written it: whoever can change code that is run can run any.
 * Undefined for every other file, a link, and where there is none.
 */
export function readOwn(path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, READ);
    return isOwnFile(fstatSync(file)) ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Makes a file that no other user may change, and only then asks for its content. Throws where the system refuses. */
export function createOwn(path: string, content: () => Uint8Array): void {
  const file = openSync(path, 'wx', 0o644);
  try {
    writeFileSync(file, content());
  } finally {
    closeSync(file);
  }
}

/** Windows has neither user numbers nor modes; there the user's own folders are closed to others. */
function isOwnFile(stats: Stats): boolean {
  if (!stats.isFile() || stats.size > LARGEST_CODE) return false;
  const user = process.getuid?.();
  if (user === undefined) return true;
  return (stats.uid === user || stats.uid === 0) && (stats.mode & WRITABLE_BY_OTHERS) === 0;
}

/** Links are not followed, pipes are not waited for; Windows knows neither flag. */
const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
/** Bytes; some ten times what all commands come to. */
const LARGEST_CODE = 16_000_000;
const WRITABLE_BY_OTHERS = 0o022;
