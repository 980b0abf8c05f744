import { availableParallelism } from 'node:os';

/** What a round does: each of so many units is looked at, or made as well. */
export type RoundEffort = 'look' | 'make';

/** How many threads a round is worth: 0 for none besides the main one. `jobs` is the user's word. */
export function chooseThreads(jobs: number | undefined, units: number, effort: RoundEffort): number {
  const worthwhile = Math.floor(units / ENOUGH[effort]);
  const threads = Math.min(jobs ?? Math.min(availableParallelism(), worthwhile), units);
  return threads < 2 ? 0 : threads;
}

/**
 * Units that a thread has to get, else it is dearer than what it takes over: each compiles the whole program for itself, and is as fast as
 * it gets only after some 1,000 reports. 2,000 reports cost two threads a quarter more than one.
 */
const ENOUGH: Readonly<Record<RoundEffort, number>> = { look: 8000, make: 1500 };
