import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkDamaged } from '../../scripts/fuzz/check-damaged.ts';
import { damaged } from '../../scripts/fuzz/mutate.ts';
import { makeSamples } from '../../scripts/fuzz/samples.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** `npm run fuzz` goes on from here for as long as it is let. */
it('whatever becomes of a file, checking it says something or nothing, and never throws', async () => {
  const samples = await makeSamples();
  expect(new Set(samples.map(({ name }) => /\.\w+$/.exec(name)?.[0]))).toEqual(
    new Set(['.yaml', '.docx', '.xlsx', '.csv', '.txt', '.hbs']),
  );
  const folder = temporaryFolder();
  for (const sample of samples) await checkDamaged(sample, folder);
  await fc.assert(
    fc.asyncProperty(damaged(samples), async (sample) => {
      expect(JSON.parse(await checkDamaged(sample, folder)).version).toBe(1);
    }),
    { seed: 9704, numRuns: 250 },
  );
}, 300_000);
