import { availableParallelism } from 'node:os';

/** How many threads a batch is worth: 0 for none besides the main one. `jobs` is the user's word, `fresh` the units of which nothing is known. */
export function chooseThreads(jobs: number | undefined, units: number, fresh: number): number {
  const threads = Math.min(jobs ?? availableParallelism(), units);
  if (threads < 2) return 0;
  if (jobs !== undefined) return threads;
  const work = fresh * BUILD_MS + units * SURVEY_MS;
  return work > WORTHWHILE_MS ? threads : 0;
}

/** Milliseconds, roughly; a thread costs some 200 before it does anything. */
const BUILD_MS = 3;
const SURVEY_MS = 0.1;
const WORTHWHILE_MS = 500;
