import { posix, win32 } from 'node:path';
import { type FontRole, STANDARD_FONTS } from '../format/gb9704.ts';
import { familyOf } from '../layout/font-families.ts';

/** Where the system keeps its fonts, and what tells of them. */
export interface FontSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly homedir: () => string;
  /** The names of all files below a folder; none where there is none. */
  readonly filesBelow: (folder: string) => readonly string[];
  /** What a program prints; undefined where there is none. */
  readonly ask: (program: string, args: readonly string[]) => string | undefined;
}

/** A font that the standard asks for. `similar` is one of its kind: 仿宋 for 仿宋_GB2312. */
export interface FontState {
  /** The first thing that it sets. */
  readonly role: FontRole;
  readonly wanted: string;
  readonly state: 'present' | 'similar' | 'missing';
  /** What is taken instead, as far as the system says. */
  readonly standIn?: string;
}

/** Looks for the fonts of the standard: by fontconfig where there is one, else by the names of files in the folders of fonts. */
export function findFonts(surroundings: FontSurroundings): FontState[] {
  const listed = surroundings.ask('fc-list', [':', 'family']);
  const files = () => fontFolders(surroundings).flatMap((folder) => surroundings.filesBelow(folder));
  const names =
    listed === undefined ? files().flatMap(fontNames) : listed.split(/[\n,]/).map((name) => name.trim());
  const roles = Object.entries(STANDARD_FONTS).filter(
    ([, wanted], index, all) => all.findIndex(([, other]) => other === wanted) === index,
  );
  return roles.map(([role, wanted]) =>
    judgeFont(role as FontRole, wanted, names, () =>
      listed === undefined ? undefined : surroundings.ask('fc-match', ['-f', '%{family[0]}', wanted])?.trim(),
    ),
  );
}

function judgeFont(
  role: FontRole,
  wanted: string,
  names: readonly string[],
  standInOf: () => string | undefined,
): FontState {
  if (names.some((name) => name.toLowerCase() === wanted.toLowerCase()))
    return { role, wanted, state: 'present' };
  const family = familyOf(wanted);
  // What the system takes is what is seen, whatever else is there.
  const standIn = standInOf() ?? names.find((name) => family !== undefined && familyOf(name) === family);
  if (standIn === undefined || standIn === '') return { role, wanted, state: 'missing' };
  const isSimilar = family !== undefined && familyOf(standIn) === family;
  return { role, wanted, state: isSimilar ? 'similar' : 'missing', standIn };
}

function fontFolders({ env, platform, homedir }: FontSurroundings): string[] {
  if (platform === 'win32') {
    const { SystemRoot = 'C:\\Windows', LOCALAPPDATA } = env;
    const own = LOCALAPPDATA === undefined ? [] : [win32.join(LOCALAPPDATA, 'Microsoft', 'Windows', 'Fonts')];
    return [win32.join(SystemRoot, 'Fonts'), ...own];
  }
  const below = (path: string) => posix.join(homedir(), path);
  if (platform === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts', below('Library/Fonts')];
  // 麒麟 and 统信 put the fonts of WPS below the first.
  return ['/usr/share/fonts', '/usr/local/share/fonts', below('.fonts'), below('.local/share/fonts')];
}

/** By what name programs know the font in a file, as far as the file's name tells. */
function fontNames(file: string): string[] {
  const known = FONT_FILES.find(([pattern]) => pattern.test(file));
  return known === undefined ? [file.replace(/\.[^.]*$/, '')] : [known[1]];
}

/** The files in which Windows, macOS, 方正 and WPS have them. */
const FONT_FILES: readonly (readonly [RegExp, string])[] = [
  [/^fzxbsjw|^方正小标宋简体/i, STANDARD_FONTS.title],
  [/^(?:simfang|fangsong)_?gb2312|^仿宋_gb2312/i, STANDARD_FONTS.body],
  [/^simfang|^stfang/i, '仿宋'],
  [/^(?:simkai|kaiti)_?gb2312|^楷体_gb2312/i, STANDARD_FONTS.heading2],
  [/^simkai|^kaiti|^stkaiti/i, '楷体'],
  [/^simhei/i, STANDARD_FONTS.heading1],
  [/^simsun/i, STANDARD_FONTS.pageNumber],
  [/^times/i, STANDARD_FONTS.latin],
];
