import { basename } from 'node:path';

/** Whether a file only says that another one is open, by its name: Word and WPS write `~$报告.docx`, LibreOffice `.~lock.报告.docx#`. */
export function isLockFile(path: string): boolean {
  const name = basename(path);
  return name.startsWith('~$') || (name.startsWith('.~lock.') && name.endsWith('#'));
}
