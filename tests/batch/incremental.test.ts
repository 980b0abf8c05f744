import { readdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
  it.each([
    ['missing', undefined, '成品不见了'],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 3000), '成品已损坏'],
    ['emptied', () => Buffer.alloc(0), '成品已损坏'],
    ['with flipped bits', (bytes: Buffer) => bytes.fill(0xff, 1500, 1600), '成品已损坏'],
  ] as const)('that is %s is rebuilt', async (_, damage, reason) => {
    const folder = makeFolder({ 'facts/a.yaml': township('青禾县云溪镇') });
    await batch(folder);
    const path = join(folder, 'out/a.docx');
    const before = read(path);
    if (damage === undefined) rmSync(path);
    else write(path, damage(Buffer.from(before)));
    expect((await batch(folder)).out).toContain(`已生成 facts/a.yaml（${reason}）`);
    expect(read(path)).toEqual(before);
  });

  it('that is another unit’s is rebuilt', async () => {
    const folder = makeFolder(TWO);
    await batch(folder);
    write(join(folder, 'out/a.docx'), read(join(folder, 'out/b/c.docx')));
    expect((await batch(folder)).out).toContain('已生成 facts/a.yaml（成品不是上次生成的那一份）');
  });
});

describe('a report that was edited by hand', () => {
  /** What a word processor does: the archive is sound, our comment is gone. */
  function edit(path: string): Buffer {
    const bytes = read(path);
    const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    const edited = Buffer.from(bytes.subarray(0, end + 22));
    edited.writeUInt16LE(0, end + 20);
    write(path, edited);
    return edited;
  }

  it('is kept and reported, also when the facts change', async () => {
    const folder = makeFolder({ 'facts/a.yaml': township('青禾县云溪镇') });
    await batch(folder);
    const edited = edit(join(folder, 'out/a.docx'));
    const unchanged = await batch(folder);
    expect(unchanged.out).toContain('已保留 facts/a.yaml（成品经过手工修改）');
    expect(unchanged.status).toBe(0);
    write(join(folder, 'facts/a.yaml'), township('青禾县云溪镇', '全年走访十二次。'));
    expect((await batch(folder)).out).toContain('已保留 1');
    expect(read(join(folder, 'out/a.docx'))).toEqual(edited);
  });

  it('is kept beside the new one under --force', async () => {
    const folder = makeFolder({ 'facts/a.yaml': township('青禾县云溪镇') });
    await batch(folder);
    const edited = edit(join(folder, 'out/a.docx'));
    expect((await batch(folder, { isForced: true })).out).toContain('已生成 1');
    expect(read(join(folder, 'out/a.edited-1.docx'))).toEqual(edited);
    expect(read(join(folder, 'out/a.docx'))).not.toEqual(edited);
  });
});
