import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { batch, makeFolder } from './fixture.ts';
import { township } from './township.ts';

const FACTS = { 'facts/a.yaml': township('青禾县云溪镇'), 'facts/b.yaml': township('青禾县石桥镇') };

it.each([
  ['findings', undefined],
  ['report-1-of-1', '1/1'],
])('ends with its totals where its %s cannot be written', async (name, shard) => {
  const folder = makeFolder(FACTS);
  mkdirSync(join(folder, `out/.report/${name}.ndjson/in-the-way`), { recursive: true });
  const { out } = await batch(folder, shard === undefined ? {} : { shard });
  expect(out).toMatch(/合计 2 个：已生成 2，/);
});
