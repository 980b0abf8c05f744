import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { homedir, release } from 'node:os';
import { join } from 'node:path';
import { userCacheFolder } from '../../disk/user-cache-folder.ts';
import { namesIn } from '../../disk/walk.ts';
import { findFonts } from '../../office/find-fonts.ts';
import { findOffice, THIS_MACHINE } from '../../office/find-office.ts';
import { PACKAGE_ROOT } from '../../package-root.ts';
import { tryFolder } from './try-folder.ts';

/** One thing that was looked at. `good` is as it should be, `lacking` can be done without, `bad` has to be mended. */
export interface ExaminedItem {
  readonly id: string;
  readonly name: string;
  readonly state: 'good' | 'lacking' | 'bad';
  readonly found: string;
  /** What to do; empty where there is nothing. */
  readonly advice: string;
}

/** Looks at the machine, and tries the folder that the program runs in. */
export function examineMachine(): ExaminedItem[] {
  return [nodeItem(), systemItem(), officeItem(), ...fontItems(), ...folderItems(process.cwd()), cacheItem()];
}

/** One that is too old does not come here: bin/report.js tells of it. */
function nodeItem(): ExaminedItem {
  const found = `${process.versions.node}（${process.execPath}）`;
  return { id: 'node', name: 'Node', state: 'good', found, advice: '' };
}

function systemItem(): ExaminedItem {
  const found = `${process.platform} ${release()} ${process.arch}`;
  return { id: 'system', name: '系统', state: 'good', found, advice: '' };
}

function officeItem(): ExaminedItem {
  const item = { id: 'office', name: 'LibreOffice' };
  const program = findOffice({ ...THIS_MACHINE, env: process.env });
  if (program === undefined)
    return {
      ...item,
      state: 'lacking',
      found: '没有',
      advice: '只有 --to pdf 要用；.docx 用 WPS、Word 打开即可。',
    };
  const version = /\d+(?:\.\d+)+/.exec(askProgram(program, ['--version']) ?? '')?.[0];
  if (version === undefined)
    return { ...item, state: 'lacking', found: `${program} 运行不了`, advice: '请重新安装 LibreOffice。' };
  return { ...item, state: 'good', found: `${version}（${program}）`, advice: '' };
}

const FONT_ROLES = {
  title: '标题',
  body: '正文',
  heading1: '一级标题',
  heading2: '二级标题',
  heading3: '三级标题',
  heading4: '四级标题',
  attachmentMark: '附件标识',
  pageNumber: '页码',
  latin: '数字和字母',
} as const;

function fontItems(): ExaminedItem[] {
  const fonts = findFonts({
    env: process.env,
    platform: process.platform,
    homedir,
    filesBelow,
    ask: askProgram,
  });
  return fonts.map(({ role, wanted, state, standIn }) => {
    const item = { id: `font-${role}`, name: `字体：${FONT_ROLES[role]}` };
    if (state === 'present') return { ...item, state: 'good', found: wanted, advice: '' };
    if (state === 'similar')
      return { ...item, state: 'good', found: `${wanted} 没有，有同一种的 ${standIn}`, advice: '' };
    const instead = standIn === undefined ? '' : `，用 ${standIn} 代替`;
    return { ...item, state: 'lacking', found: `${wanted} 没有${instead}`, advice: '' };
  });
}

function folderItems(folder: string): ExaminedItem[] {
  const { refusal, tellsCase, takesLongNames, takesLongPaths } = tryFolder(folder);
  const write = { id: 'write', name: '写入' };
  if (refusal !== undefined)
    return [{ ...write, state: 'bad', found: refusal, advice: '请换一个文件夹，或用 -o 指定。' }];
  const names = { id: 'names', name: '文件名' };
  const found = [
    tellsCase ? '区分大小写' : '不区分大小写',
    takesLongNames ? '可以很长' : '不能长过几十字',
    takesLongPaths ? '路径可以超过 260 字' : '路径不能超过 260 字',
  ].join('，');
  const isShort = !takesLongNames || !takesLongPaths;
  const advice = isShort ? '文件夹的层次少一些、名字短一些。' : '';
  return [
    { ...write, state: 'good', found: `当前文件夹可以写（${folder}）`, advice: '' },
    { ...names, state: isShort ? 'lacking' : 'good', found, advice },
  ];
}

function cacheItem(): ExaminedItem {
  const folders = [join(PACKAGE_ROOT, 'dist'), userCacheFolder()].filter((each) => each !== undefined);
  const kept = folders.map((folder) => ({
    folder,
    count: namesIn(folder).filter((name) => /^program-.*\.cache$/.test(name)).length,
  }));
  const used = kept.find(({ count }) => count > 0);
  const found =
    used === undefined ? '还没有，运行一两次后自动建立' : `有 ${used.count} 个命令的（${used.folder}）`;
  return { id: 'cache', name: '启动缓存', state: 'good', found, advice: '' };
}

/** Milliseconds. */
const ANSWER_PATIENCE = 30_000;

function askProgram(program: string, args: readonly string[]): string | undefined {
  const options = { encoding: 'utf8', timeout: ANSWER_PATIENCE, windowsHide: true } as const;
  const { status, stdout } = spawnSync(program, args, options);
  return status === 0 ? stdout : undefined;
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
      path.replace(/^.*[\\/]/, ''),
    );
  } catch {
    return [];
  }
}
