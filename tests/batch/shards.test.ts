import { join } from 'node:path';
import { expect, it } from 'vitest';
import { batch, makeFolder, read } from './fixture.ts';
import { contradictoryTownship, township } from './township.ts';

const NAMES = ['云溪', '石桥', '平田', '白石', '柳湖', '松岗'];

function manyFacts(): Record<string, string> {
  const files = NAMES.map((name, at) => [`facts/${at}.yaml`, township(`青禾县${name}镇`)]);
  return { ...Object.fromEntries(files), 'facts/x.yaml': contradictoryTownship('青禾县高坪镇') };
}

it('gives the same files and the same summary in shards as in one go', async () => {
  const [whole, parts] = [makeFolder(manyFacts()), makeFolder(manyFacts())];
  const one = await batch(whole, { summaryFile: join(whole, 's.json') });
  for (const shard of ['1/3', '2/3', '3/3']) await batch(parts, { shard });
  const merged = await batch(parts, { isMerge: true, summaryFile: join(parts, 's.json') });
  const totals = (folder: string) => JSON.parse(read(join(folder, 's.json')).toString()).totals;
  expect(totals(parts)).toEqual(totals(whole));
  expect(merged.status).toBe(one.status);
  for (const at of NAMES.keys()) {
    expect(read(join(parts, `out/${at}.docx`))).toEqual(read(join(whole, `out/${at}.docx`)));
  }
  expect((await batch(parts)).out).toContain('未变 6，失败 1');
});

it('says which shard is missing', async () => {
  const folder = makeFolder(manyFacts());
  await batch(folder, { shard: '1/3' });
  const { err, status } = await batch(folder, { isMerge: true });
  expect(err).toContain('共 3 片，第 2、3 片还没有记录');
  expect(status).toBe(2);
});

it('finds across shards what was left of another unit', async () => {
  const folder = makeFolder({
    ...manyFacts(),
    'facts/y.yaml': township('青禾县河口镇', NAMES.map((name) => `学习青禾县${name}镇的做法。`).join('')),
  });
  for (const shard of ['1/3', '2/3', '3/3']) await batch(folder, { shard });
  const { err } = await batch(folder, { isMerge: true });
  expect(err).toContain('[foreign-name]');
});

it('takes its part from the environment', async () => {
  const folder = makeFolder(manyFacts());
  const env = { JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '1' };
  expect((await batch(folder, {}, env)).out).toContain('合计 7 个');
});
