import { constants, copyFileSync, linkSync } from 'node:fs';
import { extname } from 'node:path';
import { errorCode, ioError } from './io-error.ts';

/** Keeps a file beside itself as `<name>.edited-<n>.docx`, never over an earlier copy; returns the copy's path. */
export function keepEdited(path: string): string {
  const ending = extname(path);
  const name = path.slice(0, path.length - ending.length);
  for (let number = 1; ; number += 1) {
    const copy = `${name}.edited-${number}${ending}`;
    if (keepAs(path, copy)) return copy;
  }
}

/** A second name for the same file is made at once and whole; where the file system has none, a copy. */
function keepAs(path: string, copy: string): boolean {
  for (const keep of [linkSync, copyNew]) {
    try {
      keep(path, copy);
      return true;
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false;
      if (keep === copyNew) throw ioError('另存', copy, error);
    }
  }
  return false;
}

function copyNew(path: string, copy: string): void {
  copyFileSync(path, copy, constants.COPYFILE_EXCL);
}
