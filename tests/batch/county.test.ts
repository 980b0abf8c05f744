import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { batch, write } from './fixture.ts';
import { township } from './township.ts';

const NAMES = ['云溪镇', '石桥镇', '柳荫镇'];

function withMembers(name: string, members: number): string {
  return `${township(`青禾县${name}`, `${name}党委每月到村里走访一次。`)}党员: {总数: ${members}}\n`;
}

function prepare(): string {
  const folder = temporaryFolder();
  for (const [index, name] of NAMES.entries())
    write(join(folder, `facts/${name}.yaml`), withMembers(name, 100 + index));
  return folder;
}

function countyIn(folder: string) {
  return {
    output: join(folder, '县.yaml'),
    isPartial: false,
    isByKind: false,
    table: join(folder, '县.xlsx'),
    page: join(folder, '县.html'),
  };
}

function textOf(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** How many lines on units are noted for their county, after the first one. */
function extracts(folder: string): number {
  return textOf(folder, 'out/.report/extracts.ndjson').split('\n').length - 2;
}

describe('a county out of a batch', () => {
  it('is made of all units, and of one that changed nothing else is read again', async () => {
    const folder = prepare();
    const county = countyIn(folder);
    const first = await batch(folder, { county });
    expect(first.status).toBe(0);
    expect(first.out).toContain('已汇总 县.yaml：青禾县，3 个单位（镇3个）');
    expect(textOf(folder, '县.yaml')).toContain('总数: 303');
    expect(extracts(folder)).toBe(3);
    write(join(folder, 'facts/石桥镇.yaml'), withMembers('石桥镇', 200));
    expect((await batch(folder, { county })).status).toBe(0);
    expect(textOf(folder, '县.yaml')).toContain('总数: 402');
    expect(extracts(folder)).toBe(4);
    const before = textOf(folder, '县.yaml');
    await batch(folder, { county });
    expect(textOf(folder, '县.yaml')).toBe(before);
    expect(extracts(folder)).toBe(4);
  });

  it('says the same as one that is made without what earlier runs know', async () => {
    const folder = prepare();
    await batch(folder, {});
    const county = countyIn(folder);
    await batch(folder, { county });
    const [facts, page] = [textOf(folder, '县.yaml'), textOf(folder, '县.html')];
    for (const name of ['out', '县.yaml', '县.html']) rmSync(join(folder, name), { recursive: true });
    await batch(folder, { county });
    expect(textOf(folder, '县.yaml')).toBe(facts);
    expect(textOf(folder, '县.html')).toBe(page);
  });

  it('leaves out units with errors and names them, in every run', async () => {
    const folder = prepare();
    write(join(folder, 'facts/断桥镇.yaml'), '单位：{名称: 青禾县断桥镇\n');
    write(
      join(folder, 'facts/错数镇.yaml'),
      withMembers('错数镇', 10).replace('总数: 10', '总数: 10, 男: 7, 女: 2'),
    );
    const county = countyIn(folder);
    for (let run = 0; run < 2; run += 1) {
      const { status, out } = await batch(folder, { county });
      expect(status).toBe(1);
      expect(out).toContain('  没有列入：断桥镇，事实文件读不出来\n  没有列入：青禾县错数镇，有 1 个错误\n');
      expect(textOf(folder, '县.yaml')).toContain('没有列入：断桥镇');
      expect(textOf(folder, '县.html')).toContain('没有列入：青禾县错数镇，有 1 个错误。');
    }
  });

  it('counts a figure that is 待补 as a gap, though the unit’s report cannot be made', async () => {
    const folder = prepare();
    write(join(folder, 'facts/待补镇.yaml'), withMembers('待补镇', 1).replace('总数: 1', '总数: 待补'));
    const { out } = await batch(folder, { county: countyIn(folder) });
    expect(out).toContain('青禾县，4 个单位');
    expect(textOf(folder, '县.yaml')).toContain('总数: 待补   # 〔汇总〕缺：青禾县待补镇');
  });

  it('is made of shards when they are merged', async () => {
    const folder = prepare();
    const county = countyIn(folder);
    for (const shard of ['1/2', '2/2']) await batch(folder, { county, shard });
    expect(existsSync(county.output)).toBe(false);
    const { status } = await batch(folder, { county, isMerge: true });
    expect(status).toBe(0);
    expect(textOf(folder, '县.yaml')).toContain('总数: 303');
    // What the shards had extracted was enough.
    expect(existsSync(join(folder, 'out/.report/extracts.ndjson'))).toBe(false);
  });

  it('refuses what it did not make before anything is done, and writes nothing in a dry run', async () => {
    const folder = prepare();
    const county = countyIn(folder);
    await batch(folder, { county, isDryRun: true });
    expect(existsSync(county.output)).toBe(false);
    write(join(folder, '县.yaml'), '单位: {名称: 青禾县, 类型: 县}\n');
    await expect(batch(folder, { county })).rejects.toThrow('不是 report rollup 写的');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('takes no file for a unit that another one names as its 上期, and makes a report anew when that changes', async () => {
    const folder = prepare();
    write(join(folder, 'facts/云溪镇-去年.yaml'), withMembers('云溪镇', 90));
    write(join(folder, 'facts/云溪镇.yaml'), `${withMembers('云溪镇', 100)}上期: 云溪镇-去年.yaml\n`);
    const first = await batch(folder, { county: countyIn(folder) });
    expect(first.out).toContain('合计 3 个');
    expect(textOf(folder, '县.yaml')).toContain('总数: 303');
    write(join(folder, 'facts/云溪镇-去年.yaml'), withMembers('云溪镇', 95));
    expect((await batch(folder, {})).out).toContain('已生成 facts/云溪镇.yaml（名册或上期有变动）');
  });
});
