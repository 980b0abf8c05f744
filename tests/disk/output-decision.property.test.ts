import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Standing } from '../../src/bytes/label.ts';
import { UserError } from '../../src/diagnostics/user-error.ts';
import { writeOutput } from '../../src/disk/write-output.ts';
import { recordIn } from '../../src/disk/written-record.ts';
import { WRITERS } from '../../src/write/writers.ts';
import { line, makeWord } from '../docx/make-word.ts';
import { set } from '../typeset/set.ts';
import { documentOf, PROPERTIES } from '../write/sample-document.ts';
import { foreignBytes } from './foreign-bytes.ts';
import { inFolder } from './in-folder.ts';

const folder = inFolder();
const record = recordIn(folder.path('缓存', 'written'), folder.path('.'));
const FORMATS = ['docx', 'html', 'txt'] as const;
const made = (format: (typeof FORMATS)[number], standing: Standing, text = '文') =>
  WRITERS[format](documentOf(`<title>报告</title><p>${text}</p>`, standing === 'draft'), PROPERTIES);

let count = 0;
function freshPath(format: string): string {
  count += 1;
  return folder.path(`${count}.${format}`);
}

const put = (path: string, bytes: Uint8Array, standing: Standing = 'final', isForced = false) =>
  writeOutput(path, bytes, { standing, isForced, record });

const LEFT = { status: 'left', why: expect.stringContaining('不是本程序生成'), isForceable: true };

describe.each(FORMATS)('whatever stands where a .%s is to go', (format) => {
  const NEW = made(format, 'final', '新');

  it('is left as it is, if it is not ours', async () => {
    await fc.assert(
      fc.asyncProperty(
        foreignBytes(made(format, 'final')),
        fc.constantFrom<Standing>('final', 'draft', 'copy'),
        async (bytes, standing) => {
          const path = freshPath(format);
          writeFileSync(path, bytes);
          expect(await put(path, NEW, standing)).toEqual(LEFT);
          expect(Buffer.compare(readFileSync(path), bytes)).toBe(0);
        },
      ),
      { seed: 9704, numRuns: 60 },
    );
  });

  it('is kept beside under --force, never over an earlier copy', async () => {
    const path = freshPath(format);
    for (const [number, text] of ['第一次', '第二次'].entries()) {
      writeFileSync(path, text);
      const copy = path.replace(/(\.\w+)$/, `.edited-${number + 1}$1`);
      expect(await put(path, NEW, 'final', true)).toEqual({
        status: 'written',
        kept: { path: copy, was: 'edited' },
      });
      expect(readFileSync(copy, 'utf8')).toBe(text);
    }
    expect(Buffer.compare(readFileSync(path), NEW)).toBe(0);
  });

  it('is replaced, if it is as we wrote it', async () => {
    const path = freshPath(format);
    for (const text of ['一', '二', '三'])
      expect(await put(path, made(format, 'final', text))).toEqual({ status: 'written' });
    expect(Buffer.compare(readFileSync(path), made(format, 'final', '三'))).toBe(0);
  });

  it('is no final report that a draft replaces, not even by force', async () => {
    const path = freshPath(format);
    await put(path, made(format, 'draft'), 'draft');
    expect(await put(path, made(format, 'draft', '二'), 'draft')).toEqual({ status: 'written' });
    expect(await put(path, NEW)).toEqual({ status: 'written' });
    for (const isForced of [false, true]) {
      expect(await put(path, made(format, 'draft'), 'draft', isForced)).toEqual({
        status: 'left',
        why: '是正式报告，草稿不能占它的位置',
        isForceable: false,
      });
    }
    expect(Buffer.compare(readFileSync(path), NEW)).toBe(0);
  });
});

describe('a report that was set anew', () => {
  const built = made('docx', 'final');
  const typeset = set(makeWord(line('一、情况') + line('全镇有9个村。'))).file;
  const again = set(makeWord(line('一、情况') + line('全镇有8个村。'))).file;

  it('replaces what was set there before, and nothing that facts gave', async () => {
    const path = freshPath('docx');
    expect(await put(path, typeset, 'typeset')).toEqual({ status: 'written' });
    expect(await put(path, again, 'typeset')).toEqual({ status: 'written' });
    const report = freshPath('docx');
    await put(report, built);
    expect(await put(report, typeset, 'typeset')).toEqual({
      status: 'left',
      why: '是由事实生成的正式报告',
      isForceable: true,
    });
  });

  it.each<Standing>(['final', 'draft', 'copy'])('is kept where a %s is to go', async (standing) => {
    const path = freshPath('docx');
    await put(path, typeset, 'typeset');
    const why = '是 report format 排版的报告，不是由事实生成的';
    expect(await put(path, built, standing)).toEqual({ status: 'left', why, isForceable: true });
    const copy = path.replace('.docx', '.edited-1.docx');
    expect(await put(path, built, standing, true)).toEqual({
      status: 'written',
      kept: { path: copy, was: 'intact' },
    });
    expect(Buffer.compare(readFileSync(copy), typeset)).toBe(0);
  });
});

describe('the record of what cannot carry a fingerprint', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('speaks of a place: the same bytes elsewhere are somebody’s', async () => {
    const [path, copy] = [freshPath('txt'), freshPath('txt')];
    await put(path, bytes('文\n'));
    writeFileSync(copy, '文\n');
    expect(await put(copy, bytes('新\n'))).toEqual(LEFT);
    expect(await put(copy, bytes('文\n'))).toEqual({ status: 'written' });
    expect(await put(copy, bytes('新\n'))).toEqual({ status: 'written' });
  });

  it('leaves the file alone where it is gone', async () => {
    const path = freshPath('txt');
    await put(path, bytes('文\n'));
    const other = recordIn(folder.path('别的缓存', 'written'), folder.path('.'));
    expect(
      await writeOutput(path, bytes('新\n'), { standing: 'final', isForced: false, record: other }),
    ).toEqual(LEFT);
  });

  it('says where it cannot be kept, and the file is written all the same', async () => {
    writeFileSync(folder.path('文件'), '');
    const lost = recordIn(folder.path('文件', 'written'), folder.path('.'));
    const path = freshPath('txt');
    expect(
      await writeOutput(path, bytes('文\n'), { standing: 'final', isForced: false, record: lost }),
    ).toEqual({
      status: 'written',
      isUnnoted: true,
    });
  });

  it('does not grow for ever, and keeps the newest', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'report-record-')), 'written');
    const kept = recordIn(file, '/');
    writeFileSync(file, Array.from({ length: 5000 }, (_, at) => `${at} x final\n`).join(''));
    kept.note('/甲.txt', bytes('文'), 'draft');
    expect(kept.recognise('/甲.txt', bytes('文'))).toBe('draft');
    expect(kept.recognise('/甲.txt', bytes('另'))).toBeUndefined();
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect([lines.length, lines[0]]).toEqual([2001, '3000 x final']);
  });
});

describe('a place that no file may be written to', () => {
  it.each(['link', 'dangling'])('is a symbolic link (%s)', async (name) => {
    writeFileSync(folder.path('target'), '旧');
    symlinkSync(name === 'link' ? folder.path('target') : folder.path('nowhere'), folder.path(name));
    await expect(put(folder.path(name), made('docx', 'final'), 'final', true)).rejects.toThrow(/符号链接/);
    expect([readFileSync(folder.path('target'), 'utf8'), existsSync(folder.path('nowhere'))]).toEqual([
      '旧',
      false,
    ]);
  });

  it.each(['.', '/dev/null'])('is no regular file (%s)', async (path) => {
    const target = path === '.' ? folder.path('.') : path;
    await expect(put(target, made('docx', 'final'), 'final', true)).rejects.toThrow(/不是普通文件/);
  });

  it.each(['b.yaml', 'B.YML', 'report.hbs'])('has a name that inputs have (%s)', async (name) => {
    await expect(put(folder.path(name), made('txt', 'final'), 'final', true)).rejects.toThrow(UserError);
    expect(readdirSync(folder.path('.'))).not.toContain(name);
  });
});
