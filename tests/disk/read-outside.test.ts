import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/diagnostics/user-error.ts';
import { CONTRACTS, quotableText, readOutside, readOutsideText } from '../../src/disk/read-outside.ts';
import { inFolder } from './in-folder.ts';

const folder = inFolder();
const GBK = Buffer.from('76657273696f6e3a20310ab5a5cebb3a20bcd70a', 'hex');

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof UserError) return `${error.message}|${error.hint}`;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('readOutside', () => {
  it('reads what is there, through a link too unless that is not allowed', () => {
    writeFileSync(folder.path('a'), '甲');
    symlinkSync('a', folder.path('link'));
    expect(Buffer.from(readOutside(folder.path('link'), CONTRACTS.facts)).toString()).toBe('甲');
    expect(refusal(() => readOutside(folder.path('link'), CONTRACTS.batchFacts))).toContain('符号链接');
  });

  it.skipIf(process.platform === 'win32')('waits for no pipe, and opens no device', () => {
    execFileSync('mkfifo', [folder.path('pipe')]);
    const said = refusal(() => readOutside(folder.path('pipe'), CONTRACTS.facts));
    expect(said).toContain(folder.path('pipe'));
    expect(said).toContain('管道');
    expect(said).toContain('路径写成 -');
    expect(refusal(() => readOutside('/dev/zero', CONTRACTS.template))).toContain(
      '无法读取模板 /dev/zero：这是一个设备',
    );
  });

  it('names the path of a folder, and of what is not there', () => {
    mkdirSync(folder.path('report.hbs'));
    expect(refusal(() => readOutside(folder.path('report.hbs'), CONTRACTS.template))).toContain(
      `无法读取模板 ${folder.path('report.hbs')}：这是一个文件夹`,
    );
    expect(refusal(() => readOutside(folder.path('none'), CONTRACTS.facts))).toContain('none：没有这个文件');
  });

  it('reads no more than the contract allows', () => {
    const contract = { name: '名册', largest: 1024 * 1024 };
    writeFileSync(folder.path('large'), Buffer.alloc(contract.largest + 5, 'a'));
    expect(refusal(() => readOutside(folder.path('large'), contract))).toContain('超过 1 MB');
    expect(readOutside(folder.path('large'), { ...contract, isCut: true })).toHaveLength(
      contract.largest + 1,
    );
  });
});

describe('readOutsideText', () => {
  it('drops a byte order mark', () => {
    writeFileSync(folder.path('bom'), '\ufeff甲: 1\r\n');
    expect(readOutsideText(folder.path('bom'), CONTRACTS.configuration)).toBe('甲: 1\r\n');
  });

  it('names another encoding, the line and the remedy', () => {
    writeFileSync(folder.path('gbk'), GBK);
    const said = refusal(() => readOutsideText(folder.path('gbk'), CONTRACTS.configuration));
    expect(said).toContain(`${folder.path('gbk')}（第2行）：文件的编码是 GB18030`);
    expect(said).toContain('另存为');
    writeFileSync(folder.path('wide'), Buffer.from('\ufeff甲: 1', 'utf16le').swap16());
    expect(refusal(() => readOutsideText(folder.path('wide'), CONTRACTS.ignoreList))).toContain('UTF-16');
  });
});

describe('quotableText', () => {
  it('shows a text in its own encoding, and nothing of what is none', () => {
    writeFileSync(folder.path('gbk'), GBK);
    expect(quotableText(folder.path('gbk'))).toContain('单位: 甲');
    writeFileSync(folder.path('zip'), 'PK\x03\x04…');
    expect(quotableText(folder.path('zip'))).toBe('');
    expect(quotableText(folder.path('nowhere'))).toBeUndefined();
  });
});
