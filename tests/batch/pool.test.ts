import { expect, it } from 'vitest';
import { runRound } from '../../src/batch/rounds.ts';
import type { UnitResult } from '../../src/batch/unit.ts';
import { openPool } from '../../src/batch/work/pool.ts';
import type { BatchWork } from '../../src/batch/work/work.ts';

const WORK: BatchWork = {
  folder: 'out',
  version: '0',
  names: [],
  recipes: [],
  isForced: false,
  isDryRun: false,
  isRolledUp: false,
  isFailFast: false,
  stop: new Int32Array(new SharedArrayBuffer(4)),
};

function tasksFor(names: readonly string[]) {
  return names.map((facts) => ({ unit: { facts, output: facts, recipe: 0 }, record: undefined }));
}

it('loses nothing but the unit that a worker died of, and keeps the order', async () => {
  const names = Array.from({ length: 40 }, (_, at) => `${at}${at === 17 ? 'deadly' : ''}.yaml`);
  const pool = await openPool(WORK, 2, { worker: new URL('./workers/mortal.mjs', import.meta.url) });
  const results: UnitResult[] = [];
  await runRound(pool, tasksFor(names), 'make', (some) => results.push(...some));
  await pool.close();
  expect(results.map(({ facts }) => facts)).toEqual(names);
  expect(results.filter(({ status }) => status !== 'built').map(({ facts }) => facts)).toEqual([
    '17deadly.yaml',
  ]);
  expect(results[17]).toMatchObject({ status: 'failed', isBug: true });
});

it('says which unit took more memory than a worker has, and goes on with the others', async () => {
  const pool = await openPool(WORK, 2, {
    worker: new URL('./workers/greedy.mjs', import.meta.url),
    megabytes: 32,
  });
  const results: UnitResult[] = [];
  const names = ['a.yaml', 'greedy.yaml', 'b.yaml'];
  await runRound(pool, tasksFor(names), 'make', (some) => results.push(...some));
  await pool.close();
  expect(results.map(({ status }) => status)).toEqual(['built', 'failed', 'built']);
  expect(results[1]?.problem).toContain('内存');
});
