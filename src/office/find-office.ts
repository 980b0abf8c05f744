import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { UserError } from '../diagnostics/user-error.ts';

/** Where the system lets a program look for another. */
export interface OfficeSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly homedir: () => string;
  /** Whether there is a file that may be run. */
  readonly isProgram: (path: string) => boolean;
  /** What a folder holds; nothing where there is none. */
  readonly namesIn: (folder: string) => readonly string[];
}

/**
 * The LibreOffice of this machine: the one that REPORT_SOFFICE names and no other, else the first on the PATH, else where its installers put it;
 * undefined where there is none.
 */
export function findOffice(surroundings: OfficeSurroundings): string | undefined {
  const { env, isProgram } = surroundings;
  const named = env.REPORT_SOFFICE ?? '';
  const places = named === '' ? [...onPath(surroundings), ...usualPlaces(surroundings)] : [named];
  return places.find(isProgram);
}

/** The same; UserError that says what to install where there is none. */
export function requireOffice(surroundings: OfficeSurroundings): string {
  const office = findOffice(surroundings);
  if (office !== undefined) return office;
  const named = surroundings.env.REPORT_SOFFICE ?? '';
  if (named !== '')
    throw new UserError(
      `环境变量 REPORT_SOFFICE 写的 ${named} 不是能运行的程序。`,
      '请改成 LibreOffice 的 soffice 的路径，或去掉这个变量。',
    );
  throw new UserError(
    '写成 .pdf 要用 LibreOffice，这台机器上没有找到。',
    `${INSTALL[surroundings.platform] ?? INSTALL.linux}${ELSE}`,
  );
}

const INSTALL: Readonly<Partial<Record<NodeJS.Platform, string>>> & { readonly linux: string } = {
  linux:
    '请安装 LibreOffice：sudo apt install libreoffice-writer（麒麟、统信、Debian），或 sudo dnf install libreoffice-writer。',
  win32: '请从 zh-cn.libreoffice.org 下载安装 LibreOffice。',
  darwin: '请从 zh-cn.libreoffice.org 下载安装 LibreOffice，拖进“应用程序”。',
};
const ELSE = '不装也可以：先生成 .docx，用 WPS 或 Word 打开后“输出为 PDF”，印出来是一样的。';

/** This machine, but for the environment, which whoever asks hands in. */
export const THIS_MACHINE: Omit<OfficeSurroundings, 'env'> = {
  platform: process.platform,
  homedir,
  isProgram(path) {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  },
  namesIn(folder) {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
};

function onPath({ env, platform }: OfficeSurroundings): string[] {
  const isWindows = platform === 'win32';
  const path = (isWindows ? (env.Path ?? env.PATH) : env.PATH) ?? '';
  const folders = path.split(isWindows ? ';' : ':').filter((folder) => folder !== '');
  // The one that ends in .com is the one that a console waits for.
  const names = isWindows ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const { join } = isWindows ? win32 : posix;
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

function usualPlaces(surroundings: OfficeSurroundings): string[] {
  const { platform, homedir } = surroundings;
  if (platform === 'win32') return onWindows(surroundings);
  if (platform === 'darwin') {
    const inside = 'LibreOffice.app/Contents/MacOS/soffice';
    return [posix.join('/Applications', inside), posix.join(homedir(), 'Applications', inside)];
  }
  return [
    '/usr/bin/soffice',
    '/usr/local/bin/soffice',
    '/usr/lib/libreoffice/program/soffice',
    '/usr/lib64/libreoffice/program/soffice',
    // What the packages of libreoffice.org make: /opt/libreoffice24.8.
    ...inFolder('/opt', /^libreoffice/, surroundings).map((folder) => posix.join(folder, 'program/soffice')),
  ];
}

function onWindows(surroundings: OfficeSurroundings): string[] {
  const { env } = surroundings;
  const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.ProgramW6432, env.LOCALAPPDATA];
  return roots
    .filter((root) => root !== undefined && root !== '')
    .flatMap((root = '') => inFolder(root, /^LibreOffice/i, surroundings))
    .map((folder) => win32.join(folder, 'program', 'soffice.com'));
}

/** The newest first, as far as names tell. */
function inFolder(root: string, name: RegExp, { platform, namesIn }: OfficeSurroundings): string[] {
  const { join } = platform === 'win32' ? win32 : posix;
  const names = namesIn(root).filter((each) => name.test(each));
  return names.sort((a, b) => b.localeCompare(a, 'en', { numeric: true })).map((each) => join(root, each));
}
