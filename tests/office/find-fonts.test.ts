import { expect, it } from 'vitest';
import { type FontSurroundings, findFonts } from '../../src/office/find-fonts.ts';

function machine(
  platform: NodeJS.Platform,
  folders: Readonly<Record<string, readonly string[]>>,
  answers: Readonly<Record<string, string>> = {},
): FontSurroundings {
  return {
    platform,
    env: { SystemRoot: 'C:\\Windows', LOCALAPPDATA: 'C:\\li' },
    homedir: () => '/home/li',
    filesBelow: (folder) => folders[folder] ?? [],
    ask: (program, args) => answers[[program, args.at(-1)].join(' ')],
  };
}

const statesOf = (surroundings: FontSurroundings) =>
  findFonts(surroundings).map(({ wanted, state, standIn = '' }) => `${wanted} ${state} ${standIn}`.trim());

it('asks fontconfig what is there, and what it takes instead', () => {
  const answers = {
    'fc-list family': '黑体,SimHei\nFangSong\nNoto Serif CJK SC\n',
    'fc-match 方正小标宋简体': 'Noto Serif CJK SC',
    'fc-match 仿宋_GB2312': 'FangSong',
    'fc-match Times New Roman': 'Liberation Serif',
  };
  expect(statesOf(machine('linux', {}, answers))).toEqual([
    '方正小标宋简体 missing Noto Serif CJK SC',
    '仿宋_GB2312 similar FangSong',
    '黑体 present',
    '楷体_GB2312 missing',
    '宋体 missing',
    'Times New Roman missing Liberation Serif',
  ]);
});

it('knows the files of Windows, of all users and of one', () => {
  const system = ['simfang.ttf', 'simhei.ttf', 'simsun.ttc', 'simkai.ttf', 'times.ttf'];
  const folders = {
    'C:\\Windows\\Fonts': system,
    'C:\\li\\Microsoft\\Windows\\Fonts': ['FZXBSJW.TTF'],
  };
  expect(statesOf(machine('win32', folders))).toEqual([
    '方正小标宋简体 present',
    '仿宋_GB2312 similar 仿宋',
    '黑体 present',
    '楷体_GB2312 similar 楷体',
    '宋体 present',
    'Times New Roman present',
  ]);
});

it('says of a machine without fonts that all are missing', () => {
  expect(findFonts(machine('darwin', {})).every(({ state }) => state === 'missing')).toBe(true);
});
