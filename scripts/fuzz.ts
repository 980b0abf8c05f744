// npm run fuzz -- --seconds 600 --seed 1: damages files of every kind that is read and checks them, until the time is up. What makes the
// program throw, or takes it more than ten seconds of a processor, is shrunk and kept in the system's folder for temporary files.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { checkDamaged } from './fuzz/check-damaged.ts';
import { damaged } from './fuzz/mutate.ts';
import { makeSamples } from './fuzz/samples.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const SLOW = 10_000;
const RUNS = 100;

const samples = await makeSamples();
const folder = mkdtempSync(join(tmpdir(), 'report-fuzz-'));
const until = performance.now() + Number(values.seconds) * 1000;
let [runs, failures, slowest] = [0, 0, 0];
for (let seed = Number(values.seed); performance.now() < until; seed += 1) {
  const property = fc.asyncProperty(damaged(samples), async (sample) => {
    const began = process.cpuUsage();
    runs += 1;
    // Kept until it is checked, so that what ends the process can be looked at.
    writeFileSync(join(folder, 'last'), sample.bytes);
    await checkDamaged(sample, folder);
    const took = milliseconds(process.cpuUsage(began));
    if (took > slowest) console.log(`${sample.name}: ${Math.round(took)} ms (seed ${seed})`);
    slowest = Math.max(slowest, took);
    if (took > SLOW) throw new Error(`took ${Math.round(took)} ms`);
  });
  const { failed, counterexample, errorInstance } = await fc.check(property, { seed, numRuns: RUNS });
  if (!failed) continue;
  failures += 1;
  const [sample] = counterexample ?? [];
  const kept = join(tmpdir(), `report-fuzz-${seed}-${sample?.name}`);
  if (sample !== undefined) writeFileSync(kept, sample.bytes);
  console.log(
    `seed ${seed}: ${kept}\n${errorInstance instanceof Error ? errorInstance.stack : errorInstance}`,
  );
}
rmSync(folder, { recursive: true, force: true });
console.log(`${runs} files, ${failures} failures, the slowest ${Math.round(slowest)} ms`);
process.exitCode = failures > 0 ? 1 : 0;

/** Of the processor, not of the clock: a busy machine makes everything take long. */
function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
