import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';
import { isLockFile } from '../disk/lock-files.ts';
import { CONTRACTS, readOutside } from '../disk/read-outside.ts';
import { expandWildcards } from '../disk/wildcards.ts';
import type { ReturnedFile } from '../use/take-ledger.ts';
import { distinctPaths } from './distinct-paths.ts';

/** The spreadsheets that came back: files, or folders with all of theirs. UserError where one cannot be read. */
export function readReturnedFiles(paths: readonly string[]): ReturnedFile[] {
  const files = distinctPaths(expandWildcards(paths).flatMap(returnedFilesIn));
  return files.map((file) => ({ file, bytes: readOutside(file, CONTRACTS.returned) }));
}

function returnedFilesIn(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const names = readdirSync(path)
    .filter((name) => SPREADSHEET.test(name) && !isLockFile(name) && !name.startsWith('.'))
    .sort();
  if (names.length > 0) return names.map((name) => join(path, name));
  throw new UserError(`${path} 中没有 .xlsx。`, '--take 后面写填好的表格，或放着它们的文件夹。');
}

const SPREADSHEET = /\.(?:xls[xm]?|et|csv)$/iu;
