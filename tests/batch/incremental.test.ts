import { readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WRITERS } from '../../src/write/writers.ts';
import { foreignBytes } from '../disk/foreign-bytes.ts';
import { savedAgain } from '../edit-docx.ts';
import { documentOf, PROPERTIES } from '../write/sample-document.ts';
import { batch, makeFolder, read, write } from './fixture.ts';
import { contradictoryTownship, township } from './township.ts';

const TWO = { 'facts/a.yaml': township('青禾县云溪镇'), 'facts/b/c.yml': township('青禾县石桥镇') };

describe('a second run', () => {
  it('builds nothing where nothing changed, whatever the file times say', async () => {
    const folder = makeFolder(TWO);
    const first = await batch(folder);
    expect(first.out).toContain('合计 2 个：已生成 2');
    const before = read(join(folder, 'out/b/c.docx'));
    utimesSync(join(folder, 'facts/b/c.yml'), 1, 1);
    utimesSync(join(folder, 'out/b/c.docx'), 1, 1);
    const second = await batch(folder);
    expect(second.out).toBe(
      '未变 facts/a.yaml\n未变 facts/b/c.yml\n合计 2 个：已生成 0，未变 2，失败 0，已保留 0，已清理 0\n',
    );
    expect(second.status).toBe(0);
    expect(read(join(folder, 'out/b/c.docx'))).toEqual(before);
  });

  it('builds what changed, and only that', async () => {
    const folder = makeFolder(TWO);
    await batch(folder);
    write(join(folder, 'facts/a.yaml'), township('青禾县云溪镇', '全年走访十二次。'));
    const { out } = await batch(folder);
    expect(out).toContain('已生成 facts/a.yaml（事实有变动）');
    expect(out).toContain('未变 facts/b/c.yml');
  });

  it('lists the errors of an unchanged unit again', async () => {
    const folder = makeFolder({ 'facts/a.yaml': contradictoryTownship('青禾县云溪镇') });
    const runs = [await batch(folder), await batch(folder)];
    for (const run of runs) {
      expect(run.status).toBe(1);
      expect(run.out).toContain('失败 facts/a.yaml：');
      expect(run.err).toContain('[tally-sum]');
    }
    expect(runs[1]?.err).toBe(runs[0]?.err);
    expect(readdirSync(join(folder, 'out'))).toEqual(['.report']);
  });

  it('leaves the last good report where the facts have errors now', async () => {
    const folder = makeFolder({ 'facts/a.yaml': township('青禾县云溪镇') });
    await batch(folder);
    const before = read(join(folder, 'out/a.docx'));
    write(join(folder, 'facts/a.yaml'), contradictoryTownship('青禾县云溪镇'));
    expect((await batch(folder)).status).toBe(1);
    expect(read(join(folder, 'out/a.docx'))).toEqual(before);
  });

  it('builds everything again under --force', async () => {
    const folder = makeFolder(TWO);
    await batch(folder);
    expect((await batch(folder, { isForced: true })).out).toContain('已生成 2');
  });

  it('rebuilds with another template, format or configuration', async () => {
    const folder = makeFolder(TWO);
    await batch(folder);
    const other = await batch(folder, { template: 'special-report' });
    expect(other.out).toContain('facts/a.yaml（配置或选项有变动）');
    expect((await batch(folder, { template: 'special-report' })).out).toContain('未变 2');
    write(join(folder, 'facts/report.config.yaml'), '主送: 县委\n');
    expect((await batch(folder, { template: 'special-report' })).out).toContain('已生成 2');
  });
});

describe('an output', () => {
  it('that is missing is rebuilt', async () => {
    const folder = makeFolder({ 'facts/a.yaml': township('青禾县云溪镇') });
    await batch(folder);
    const path = join(folder, 'out/a.docx');
    const before = read(path);
    rmSync(path);
    expect((await batch(folder)).out).toContain('已生成 facts/a.yaml（成品不见了）');
    expect(read(path)).toEqual(before);
  });

  it('that is another unit’s is rebuilt', async () => {
    const folder = makeFolder(TWO);
    await batch(folder);
    write(join(folder, 'out/a.docx'), read(join(folder, 'out/b/c.docx')));
    expect((await batch(folder)).out).toContain('已生成 facts/a.yaml（成品不是上次生成的那一份）');
  });
});

describe.each(['docx', 'html', 'txt'] as const)('a file in the way of a .%s that is not ours', (format) => {
  const path = (folder: string) => join(folder, `out/a.${format}`);

  it('is kept and said, before there is a record and after', async () => {
    await fc.assert(
      fc.asyncProperty(foreignBytes(ours), fc.boolean(), fc.boolean(), async (bytes, wasBuilt, isDraft) => {
        const folder = makeFolder({ 'facts/a.yaml': township('青禾县云溪镇') });
        const place = isDraft ? path(folder).replace('a.', 'a-草稿.') : path(folder);
        if (wasBuilt) await batch(folder, { format, isDraft });
        write(place, bytes);
        for (let run = 0; run < 2; run += 1) {
          const { out, status } = await batch(folder, { format, isDraft });
          expect(out).toMatch(/^已保留 facts\/a.yaml（原有的文件.*不是本程序生成的/);
          expect(status).toBe(0);
          expect(Buffer.compare(read(place), bytes)).toBe(0);
        }
      }),
      { seed: 9704, numRuns: 15 },
    );
  });

  it('is kept beside the new one under --force', async () => {
    const folder = makeFolder({ 'facts/a.yaml': township('青禾县云溪镇') });
    write(path(folder), '手工');
    expect((await batch(folder, { format, isForced: true })).out).toContain('已生成 1');
    expect(read(path(folder).replace('a.', 'a.edited-1.')).toString()).toBe('手工');
    expect((await batch(folder, { format })).out).toContain('未变 1');
  });

  it('is looked into again once its facts change, and replaced once it is gone', async () => {
    const folder = makeFolder({ 'facts/a.yaml': township('青禾县云溪镇') });
    await batch(folder, { format });
    write(path(folder), '手工');
    await batch(folder, { format });
    write(join(folder, 'facts/a.yaml'), township('青禾县云溪镇', '全年走访十二次。'));
    expect((await batch(folder, { format })).out).toContain('已保留 1');
    expect(read(path(folder)).toString()).toBe('手工');
    rmSync(path(folder));
    expect((await batch(folder, { format })).out).toContain('已生成 facts/a.yaml（成品不见了）');
  });

  it('is no longer in the way once it holds the very bytes', async () => {
    const folder = makeFolder({ 'facts/a.yaml': township('青禾县云溪镇') });
    await batch(folder, { format });
    rmSync(join(folder, 'out/.report'), { recursive: true });
    expect((await batch(folder, { format })).out).toContain('已生成 1');
    expect((await batch(folder, { format })).out).toContain('未变 1');
  });
});

const ours = WRITERS.docx(documentOf('<title>报告</title><p>文</p>'), PROPERTIES);

describe('a report that was saved again', () => {
  const SAID = '已生成 facts/a.yaml（重新保存过、内容没有变的那份已另存）';

  it('is rebuilt and kept beside, where it says the same', async () => {
    const folder = makeFolder({ 'facts/a.yaml': township('青禾县云溪镇') });
    await batch(folder);
    const path = join(folder, 'out/a.docx');
    const before = read(path);
    const saved = savedAgain(before);
    write(path, saved);
    expect((await batch(folder, { isDryRun: true })).out).toContain('将生成');
    expect(Buffer.compare(read(path), saved)).toBe(0);
    expect((await batch(folder)).out).toContain(SAID);
    expect(read(path)).toEqual(before);
    expect(Buffer.compare(read(join(folder, 'out/a.edited-1.docx')), saved)).toBe(0);
    expect((await batch(folder)).out).toContain('未变 1');
  });

  it('is kept where its text was edited', async () => {
    const folder = makeFolder({ 'facts/a.yaml': township('青禾县云溪镇') });
    await batch(folder);
    const path = join(folder, 'out/a.docx');
    const edited = savedAgain(read(path), (xml) => xml.replace('每月', '每周'));
    write(path, edited);
    expect((await batch(folder)).out).toContain('已保留 facts/a.yaml（原有的文件在生成以后被人改过');
    expect(Buffer.compare(read(path), edited)).toBe(0);
  });
});

it('drafts lie beside the reports that they become', async () => {
  const folder = makeFolder({ 'facts/a.yaml': township('青禾县云溪镇') });
  await batch(folder);
  const before = read(join(folder, 'out/a.docx'));
  expect((await batch(folder, { isDraft: true, isForced: true })).out).toContain('已生成 1');
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(['.report', 'a-草稿.docx', 'a.docx']);
  expect(read(join(folder, 'out/a.docx'))).toEqual(before);
  expect((await batch(folder)).out).toContain('未变 1');
});
