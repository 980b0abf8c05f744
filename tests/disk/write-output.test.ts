import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/diagnostics/user-error.ts';
import { createFile } from '../../src/disk/create-file.ts';
import { refuseInputAsOutput } from '../../src/disk/refuse-output.ts';
import { startWriting, writeWhole } from '../../src/disk/write-whole.ts';
import { inFolder } from './in-folder.ts';

const folder = inFolder();
const bytes = (text: string) => new TextEncoder().encode(text);

describe.each([
  ['writeWhole', async (path: string, content: Uint8Array) => writeWhole(path, content)],
  ['startWriting', async (path: string, content: Uint8Array) => startWriting(path, content)],
])('%s', (name, write) => {
  it('makes the folders on the way and leaves nothing else behind', async () => {
    await write(folder.path(name, '甲', '乙', 'a.docx'), bytes('新'));
    expect(readdirSync(folder.path(name, '甲', '乙'))).toEqual(['a.docx']);
  });

  it('replaces a file and keeps its permissions', async () => {
    const path = folder.path(`${name}.txt`);
    writeFileSync(path, '旧');
    chmodSync(path, 0o600);
    await write(path, bytes('新'));
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['新', 0o600]);
  });

  it('leaves the old file and no litter where it fails', async () => {
    mkdirSync(folder.path(name, '满', 'a.docx'), { recursive: true });
    await expect(write(folder.path(name, '满', 'a.docx'), bytes('新'))).rejects.toThrow(UserError);
    expect(readdirSync(folder.path(name, '满'))).toEqual(['a.docx']);
  });

  it('says what is in the way', async () => {
    writeFileSync(folder.path(`${name} 文件`), '');
    const path = folder.path(`${name} 文件`, 'a.docx');
    await expect(write(path, bytes(''))).rejects.toThrow(/无法写入 .*a\.docx/);
  });
});

it('an output that is an input is refused under any name', () => {
  writeFileSync(folder.path('facts.yaml'), '');
  symlinkSync(folder.path('facts.yaml'), folder.path('other-name'));
  expect(() => refuseInputAsOutput(folder.path('facts.yaml'), [folder.path('other-name')])).toThrow(
    UserError,
  );
});

it('createFile never overwrites', () => {
  expect(createFile(folder.path('init.yaml'), '一')).toBe(true);
  expect(createFile(folder.path('init.yaml'), '二')).toBe(false);
  expect(readFileSync(folder.path('init.yaml'), 'utf8')).toBe('一');
});
