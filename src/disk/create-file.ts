import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode, ioError } from './io-error.ts';
import { refuseUnportable } from './refuse-unportable.ts';
import { beginTemporary, dropTemporary, finishTemporary } from './temporary-files.ts';

/** Makes a new file; false where the name is taken, and then nothing is touched. UserError where the system refuses. */
export function createFile(path: string, text: string | Uint8Array): boolean {
  refuseUnportable(path);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(path, 'wx');
    beginTemporary(path);
    try {
      writeFileSync(file, text);
      finishTemporary(path);
    } catch (error) {
      dropTemporary(path);
      throw error;
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw ioError('写入', path, error);
  }
}
