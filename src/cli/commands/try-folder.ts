import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../diagnostics/user-error.ts';
import { errorCode, ioError } from '../../disk/io-error.ts';
import { writeWhole } from '../../disk/write-whole.ts';

/** What a folder lets one do. */
export interface FolderState {
  /** Why nothing can be written; undefined where it can. */
  readonly refusal?: string;
  /** Whether `a.docx` and `A.docx` are two files. */
  readonly tellsCase: boolean;
  /** Whether a name of 80 Chinese characters can be had. */
  readonly takesLongNames: boolean;
  /** Whether a path of more than 260 characters can be had. */
  readonly takesLongPaths: boolean;
}

/** Tries by doing, in a folder of its own that is removed again. */
export function tryFolder(folder: string): FolderState {
  let place: string | undefined;
  try {
    place = mkdtempSync(join(folder, '.report-doctor-'));
    const file = join(place, '试.docx');
    writeWhole(file, Buffer.from('试'));
    if (readFileSync(file, 'utf8') !== '试') throw new UserError(`${folder} 写进去的和读出来的不一样。`);
    writeFileSync(join(place, 'case'), '');
    return {
      tellsCase: !existsSync(join(place, 'CASE')),
      takesLongNames: takes(join(place, '长'.repeat(80))),
      takesLongPaths: takes(join(place, ...Array.from({ length: 7 }, () => '深'.repeat(40)))),
    };
  } catch (error) {
    const refusal = error instanceof UserError ? error : ioError('写入', folder, error);
    return { refusal: refusal.headline, tellsCase: true, takesLongNames: true, takesLongPaths: true };
  } finally {
    if (place !== undefined) rmSync(place, { recursive: true, force: true });
  }
}

function takes(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true });
    return true;
  } catch (error) {
    if (['ENAMETOOLONG', 'ENOENT', 'EINVAL'].includes(errorCode(error))) return false;
    throw error;
  }
}
