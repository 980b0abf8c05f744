import { expect, it } from 'vitest';
import { findOffice, type OfficeSurroundings, requireOffice } from '../../src/office/find-office.ts';

function machine(
  platform: NodeJS.Platform,
  programs: readonly string[],
  { env = {}, folders = {} }: { env?: Record<string, string>; folders?: Record<string, string[]> } = {},
): OfficeSurroundings {
  return {
    platform,
    env,
    homedir: () => '/home/li',
    isProgram: (path) => programs.includes(path),
    namesIn: (folder) => folders[folder] ?? [],
  };
}

it.each([
  [
    'the first on the PATH',
    machine('linux', ['/b/soffice', '/usr/bin/soffice'], { env: { PATH: '/a:/b' } }),
    '/b/soffice',
  ],
  ['its other name', machine('linux', ['/b/libreoffice'], { env: { PATH: '/a:/b' } }), '/b/libreoffice'],
  [
    'the newest of the packages of libreoffice.org',
    machine('linux', ['/opt/libreoffice24.8/program/soffice', '/opt/libreoffice7.6/program/soffice'], {
      folders: { '/opt': ['apps', 'libreoffice7.6', 'libreoffice24.8'] },
    }),
    '/opt/libreoffice24.8/program/soffice',
  ],
  [
    'the one in the programs of Windows',
    machine('win32', ['C:\\Program Files\\LibreOffice\\program\\soffice.com'], {
      env: { ProgramFiles: 'C:\\Program Files', Path: 'C:\\Windows' },
      folders: { 'C:\\Program Files': ['LibreOffice', 'WPS'] },
    }),
    'C:\\Program Files\\LibreOffice\\program\\soffice.com',
  ],
  [
    'the one on the PATH of Windows that a console waits for',
    machine('win32', ['D:\\LO\\soffice.exe', 'D:\\LO\\soffice.com'], { env: { Path: 'C:\\Windows;D:\\LO' } }),
    'D:\\LO\\soffice.com',
  ],
  [
    'the application of macOS',
    machine('darwin', ['/home/li/Applications/LibreOffice.app/Contents/MacOS/soffice']),
    '/home/li/Applications/LibreOffice.app/Contents/MacOS/soffice',
  ],
  [
    'the one that is named, and no other',
    machine('linux', ['/usr/bin/soffice'], { env: { REPORT_SOFFICE: '/d/soffice', PATH: '/usr/bin' } }),
    undefined,
  ],
])('finds %s', (_, surroundings, found) => {
  expect(findOffice(surroundings)).toBe(found);
});

it('says what to install, and how to do without', () => {
  for (const [platform, word] of [
    ['linux', 'apt install libreoffice-writer'],
    ['win32', 'zh-cn.libreoffice.org'],
    ['darwin', '应用程序'],
  ] as const) {
    expect(() => requireOffice(machine(platform, []))).toThrow(
      expect.objectContaining({
        headline: '写成 .pdf 要用 LibreOffice，这台机器上没有找到。',
        hint: expect.stringMatching(new RegExp(`${word}.*WPS.*是一样的`, 'u')),
      }),
    );
  }
});
