import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { batch, makeFolder, write } from './fixture.ts';
import { township } from './township.ts';

/** The rosters that were read, by their files. */
const reads: string[] = [];
vi.mock('../../src/rosters/read-rosters.ts', async (original) => {
  const real = await original<typeof import('../../src/rosters/read-rosters.ts')>();
  return {
    ...real,
    readRosters: (...args: Parameters<typeof real.readRosters>) => {
      reads.push(args[1].file);
      return real.readRosters(...args);
    },
  };
});

beforeEach(() => {
  reads.length = 0;
});

const ROSTER = '姓名,性别,人员类别\n甲乙,男,正式党员\n丙丁,女,预备党员\n';

function townships(count: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let at = 0; at < count; at += 1) {
    const facts = township(`青禾县第${at}镇`);
    files[`facts/${at}.yaml`] = `${facts}\n党员: {总数: 2}\n名册: [名册${at}.csv]\n`;
    files[`facts/名册${at}.csv`] = ROSTER;
  }
  return files;
}

it('reads each roster once, and none again that did not change', async () => {
  const folder = makeFolder(townships(40));
  expect((await batch(folder)).out).toContain('已生成 40');
  expect(new Set(reads).size).toBe(40);
  expect(reads).toHaveLength(40);
  reads.length = 0;
  expect((await batch(folder)).out).toContain('未变 40');
  expect(reads).toEqual([]);
  write(join(folder, 'facts/名册7.csv'), `${ROSTER}戊己,男,正式党员\n`);
  const { out, status } = await batch(folder);
  expect(out).toContain('失败 facts/7.yaml');
  expect(status).toBe(1);
  expect(reads).toEqual(['名册7.csv']);
});

it('builds again what names a file of last time that changed', async () => {
  const last = township('青禾县第1镇').replace('2023-10-20', '2022-12-31');
  const folder = makeFolder({
    'facts/1.yaml': `${township('青禾县第1镇')}\n上期: .上期/去年.yaml\n`,
    'facts/.上期/去年.yaml': last,
  });
  await batch(folder);
  expect((await batch(folder)).out).toContain('未变 facts/1.yaml');
  write(join(folder, 'facts/.上期/去年.yaml'), `${last}\n# 核对过\n`);
  expect((await batch(folder)).out).toContain('已生成 facts/1.yaml（名册或上期有变动）');
});
