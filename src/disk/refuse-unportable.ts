import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';

/**
 * Refuses to make a file, or a folder on the way to it, under a name that Windows takes for something else: a device (nul, con.yaml), a name without
 * its last dot or blank, a stream of another file (a:b.docx). Refused on every system, for folders travel. UserError.
 */
export function refuseUnportable(path: string): void {
  const why = whyUnportable(basename(path));
  if (why !== undefined)
    throw new UserError(
      `不能写成 ${path}：${why}。`,
      '请换一个名字，这样的名字拿到 Windows 上会出错或丢失。',
    );
  const folder = dirname(path);
  if (folder !== path && !existsSync(folder)) refuseUnportable(folder);
}

function whyUnportable(name: string): string | undefined {
  if (name === '.' || name === '..') return undefined;
  if (DEVICE.test(name)) return `${name.replace(/[ .].*$/u, '')} 在 Windows 上是设备的名字`;
  if (/[ .]$/.test(name)) return '名字的末尾是点或空格，Windows 会把它去掉';
  if (name.includes(':')) return '名字里有半角冒号，Windows 会写到别的地方去';
  return undefined;
}

/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file: whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|$)/iu;
