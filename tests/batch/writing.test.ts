import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Build } from '../../src/batch/work/make-report.ts';
import { openInline } from '../../src/batch/work/pool.ts';
import type { BatchWork } from '../../src/batch/work/work.ts';
import { buildReport } from '../../src/use/build.ts';
import { BUILT_IN } from '../built-in.ts';
import { makeFolder } from './fixture.ts';
import { township } from './township.ts';

const NAMES = ['a', 'b', 'c'];

/** Makes the units' reports, while a folder takes the name of b's between its making and its writing. */
async function makeAll(isFailFast: boolean) {
  const folder = makeFolder(Object.fromEntries(NAMES.map((name) => [`${name}.yaml`, township(`${name}镇`)])));
  const options = { ...BUILT_IN, isDraft: false, format: 'docx' } as const;
  const work: BatchWork = {
    folder: join(folder, 'out'),
    version: '0',
    names: [],
    recipes: [{ options, digest: '', templates: new Map() }],
    isForced: false,
    isDryRun: false,
    isRolledUp: false,
    isFailFast,
    stop: new Int32Array(new SharedArrayBuffer(4)),
  };
  const build: Build = (source, built) => {
    if (source.file.endsWith('b.yaml')) mkdirSync(join(work.folder, 'b.docx'), { recursive: true });
    return buildReport(source, built);
  };
  const pool = openInline(work, (making) => making(), build);
  const tasks = NAMES.map((name) => ({
    unit: { facts: join(folder, `${name}.yaml`), output: `${name}.docx`, recipe: 0 },
    record: undefined,
  }));
  const results = await pool.run({ tasks, round: 'make' });
  return { results, stop: work.stop[0], written: readdirSync(work.folder).sort() };
}

it('reports a report that the disk takes, but not under its name, and makes the others', async () => {
  const { results, stop, written } = await makeAll(false);
  expect(results.map(({ status }) => status)).toEqual(['built', 'failed', 'built']);
  expect(results[1]?.problem).toMatch(/无法写入 .*b\.docx/);
  expect(stop).toBe(0);
  expect(written).toEqual(['a.docx', 'b.docx', 'c.docx']);
});

it('stops a batch that is to stop at the first failure', async () => {
  const { results, stop } = await makeAll(true);
  expect(results[1]).toMatchObject({ status: 'failed' });
  expect(stop).toBe(1);
});
