import { join } from 'node:path';
import { expect, it } from 'vitest';
import { batch, makeFolder, read, write } from './fixture.ts';
import { contradictoryTownship, township } from './township.ts';

const FACTS = {
  'facts/<b>镇.yaml': contradictoryTownship('青禾县云溪镇'),
  'facts/a.yaml': `${township('青禾县石桥镇')}培训: {期数: 待补}\n`,
  'facts/b.yaml': township('青禾县平田镇'),
};

async function summaryAs(ending: string): Promise<string> {
  const folder = makeFolder(FACTS);
  const file = join(folder, `summary.${ending}`);
  await batch(folder, { summaryFile: file });
  return read(file).toString().replaceAll(`${folder}/`, '');
}

it('is plain data as .json, the same that --format json prints', async () => {
  const folder = makeFolder(FACTS);
  const file = join(folder, 'summary.json');
  const { out } = await batch(folder, { summaryFile: file, listing: 'json' });
  expect(out).toBe(read(file).toString().replaceAll(`${folder}/`, ''));
  const summary = JSON.parse(out);
  expect(summary.totals).toMatchObject({ built: 1, failed: 2 });
  expect(
    summary.units.map(({ facts, status, errors }: Record<string, unknown>) => [facts, status, errors]),
  ).toEqual([
    ['facts/<b>镇.yaml', 'failed', 1],
    ['facts/a.yaml', 'failed', 1],
    ['facts/b.yaml', 'built', 0],
  ]);
  expect(summary.diagnostics.map(({ rule }: { rule: string }) => rule)).toEqual([
    'tally-sum',
    'pending-value',
  ]);
});

it('is a page for people as .md, in which no name is markup', async () => {
  const page = await summaryAs('md');
  expect(page).toContain('## 失败（2）');
  expect(page).toContain('- facts/\\<b\\>镇.yaml：第 11 行：');
  expect(page).toContain('## 待补（1）\n\n- facts/a.yaml：');
});

it('is a page that stands on its own as .html, in which no name is markup', async () => {
  const page = await summaryAs('html');
  expect(page).toContain('facts/&lt;b&gt;镇.yaml');
  expect(page).not.toMatch(/<script|<link|src=|<b>镇/);
  expect(page).toContain('<h2>待补（1）</h2>');
});

it('says of units that did not change what it said when they were made', async () => {
  const folder = makeFolder(FACTS);
  const run = async () => JSON.parse((await batch(folder, { listing: 'json', isDraft: true })).out);
  const [first, second] = [await run(), await run()];
  expect(second.totals).toMatchObject({ built: 0, unchanged: 3 });
  expect(second.diagnostics).toEqual(first.diagnostics);
  expect(second.units.map(({ pending }: { pending: string[] }) => pending.length)).toEqual([0, 1, 0]);
});

it.each(['json', 'md', 'html'])('replaces its own last page (.%s) and nobody else’s', async (ending) => {
  const folder = makeFolder(FACTS);
  const summaryFile = join(folder, `summary.${ending}`);
  await batch(folder, { summaryFile });
  await batch(folder, { summaryFile, isDraft: true });
  const edited = Buffer.concat([read(summaryFile), Buffer.from('批注')]);
  write(summaryFile, edited);
  await expect(batch(folder, { summaryFile })).rejects.toThrow('原有的文件在生成以后被人改过');
  expect(read(summaryFile)).toEqual(edited);
  await batch(folder, { summaryFile, isForced: true });
  expect(read(summaryFile.replace('summary.', 'summary.edited-1.'))).toEqual(edited);
});
