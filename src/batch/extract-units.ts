import { chooseThreads } from './choose-threads.ts';
import { givingBack } from './give-back.ts';
import { runRound } from './rounds.ts';
import type { BatchUnit, UnitResult } from './unit.ts';
import { openInline, openPool } from './work/pool.ts';
import type { BatchWork } from './work/work.ts';

/** Reads and judges units for their county alone, on as many threads as they are worth; results come in the units' order. */
export async function extractUnits(
  units: readonly BatchUnit[],
  work: BatchWork,
  jobs: number | undefined,
  receive: (results: readonly UnitResult[]) => void,
): Promise<void> {
  const threads = chooseThreads(jobs, units.length, 'make');
  const pool = threads === 0 ? openInline(work) : await openPool(work, threads);
  const giveBack = givingBack(units.length);
  const slice = (from: number, to: number) =>
    units.slice(from, to).map((unit) => ({ unit, record: undefined }));
  try {
    await runRound(pool, { length: units.length, slice }, 'extract', (results) => {
      receive(results);
      giveBack();
    });
  } finally {
    await pool.close();
  }
}
