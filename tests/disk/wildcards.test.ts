import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/diagnostics/user-error.ts';
import { isLockFile } from '../../src/disk/lock-files.ts';
import { expandWildcards } from '../../src/disk/wildcards.ts';
import { inFolder } from './in-folder.ts';

const folder = inFolder();
for (const name of ['甲', '甲/乙', '甲/乙/丙', '.藏']) mkdirSync(folder.path(name));
for (const file of [
  'a.docx',
  'b.docx',
  '报告1.docx',
  'c.txt',
  '.d.docx',
  '甲/e.docx',
  '甲/乙/丙/f.docx',
  '.藏/g.docx',
  'x*.docx',
  '𠮷.docx',
]) {
  writeFileSync(folder.path(file), '');
}
symlinkSync('.', folder.path('圈'));
const found = (pattern: string) => {
  const base = folder.path('').length + 1;
  return expandWildcards([folder.path(pattern)]).map((path) => path.slice(base));
};

describe('expandWildcards', () => {
  it.each([
    ['*.docx', ['a.docx', 'b.docx', 'x*.docx', '报告1.docx', '𠮷.docx']],
    ['?.docx', ['a.docx', 'b.docx', '𠮷.docx']],
    ['报告?.docx', ['报告1.docx']],
    ['.*.docx', ['.d.docx']],
    ['*/*.docx', ['圈/a.docx', '圈/b.docx', '圈/x*.docx', '圈/报告1.docx', '圈/𠮷.docx', '甲/e.docx']],
    ['**/?.docx', ['a.docx', 'b.docx', '甲/e.docx', '甲/乙/丙/f.docx', '𠮷.docx']],
    ['甲/**/f.docx', ['甲/乙/丙/f.docx']],
    ['甲/*/丙', ['甲/乙/丙']],
    ['x*.docx', ['x*.docx']],
    ['没有.docx', ['没有.docx']],
  ])('%s', (pattern, paths) => {
    expect(found(pattern)).toEqual([...paths].sort());
  });

  it('takes signs of other languages of patterns as they are', () => {
    writeFileSync(folder.path('[a-b](1).docx'), '');
    expect(found('[a-b](?).docx')).toEqual(['[a-b](1).docx']);
  });

  it('says where nothing fits', () => {
    expect(() => found('*.pdf')).toThrow(UserError);
    expect(() => found('没有/*.docx')).toThrow('没有与');
  });
});

describe('isLockFile', () => {
  it.each(['~$报告.docx', '县/~$报告.docx', '.~lock.报告.docx#'])('%s', (path) =>
    expect(isLockFile(path)).toBe(true));
  it.each(['报告.docx', '~报告.docx', '报告~$.docx'])('not %s', (path) =>
    expect(isLockFile(path)).toBe(false));
});
