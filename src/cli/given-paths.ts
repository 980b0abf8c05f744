import { printable } from '../diagnostics/printable.ts';
import { UserError } from '../diagnostics/user-error.ts';
import { isLockFile } from '../disk/lock-files.ts';
import { expandWildcards } from '../disk/wildcards.ts';
import { printNotice } from './terminal/streams.ts';

/**
 * The paths that were meant: wildcards that no shell expanded stand for files, and what Word puts beside an open document is passed over, which is
 * said. UserError where a wildcard fits nothing.
 */
export function givenPaths(paths: readonly string[]): string[] {
  const found = expandWildcards(paths);
  for (const path of found.filter(isLockFile)) {
    printNotice(`跳过 ${printable(path)}：这是文档打开时的临时文件，关闭文档后会消失。\n`);
  }
  return found.filter((path) => !isLockFile(path));
}

/** The same for a command that takes one path. UserError where a wildcard fits several. */
export function onePath(path: string): string {
  const [found = path, ...others] = expandWildcards([path]).filter((each) => !isLockFile(each));
  if (others.length === 0) return found;
  throw new UserError(
    `与 ${path} 相符的有 ${others.length + 1} 个，这个命令一次只处理一个。`,
    '请写出其中一个的名字。',
  );
}
