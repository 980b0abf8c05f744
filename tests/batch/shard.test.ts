import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseShard, isInShard } from '../../src/batch/shard.ts';

describe('chooseShard', () => {
  it.each([
    ['2/8', {}, { index: 2, count: 8 }],
    ['/8', { JOB_COMPLETION_INDEX: '0' }, { index: 1, count: 8 }],
    [undefined, { JOB_COMPLETION_INDEX: '7', JOB_COMPLETIONS: '8' }, { index: 8, count: 8 }],
    [
      undefined,
      { SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_MIN: '3', SLURM_ARRAY_TASK_COUNT: '4' },
      { index: 1, count: 4 },
    ],
    ['/4', { SLURM_ARRAY_TASK_ID: '4' }, { index: 4, count: 4 }],
    ['1/2', { JOB_COMPLETION_INDEX: '1', JOB_COMPLETIONS: '2' }, { index: 1, count: 2 }],
    [undefined, {}, undefined],
  ])('takes %s with %o', (flag, env, shard) => {
    expect(chooseShard(flag, env)).toEqual(shard);
  });

  it.each([
    ['0/8', {}],
    ['9/8', {}],
    ['eins/8', {}],
    ['/8', {}],
    ['8', {}],
    [undefined, { JOB_COMPLETION_INDEX: '1' }],
  ])('refuses %s with %o', (flag, env) => {
    expect(() => chooseShard(flag, env)).toThrow(/份|--shard/);
  });
});

it('puts every output into exactly one shard', () => {
  const property = fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (output, count) => {
    const shards = Array.from({ length: count }, (_, at) => ({ index: at + 1, count }));
    return shards.filter((shard) => isInShard(output, shard)).length === 1;
  });
  fc.assert(property, { seed: 4 });
});
