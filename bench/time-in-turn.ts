import { timePerRun } from './time-per-run.ts';

/** Rounds in which everything has its turn, so that the machine's moods meet all alike. */
const ROUNDS = 7;

/** The best time of each over the rounds: what disturbs a run only ever makes it slower. */
export async function timeInTurn(writes: readonly (() => unknown)[]): Promise<readonly number[]> {
  const rounds: number[][] = writes.map(() => []);
  for (const write of writes) await warmUp(write);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, write] of writes.entries()) rounds[index]?.push(await timePerRun(write));
  }
  return rounds.map((times) => Math.min(...times));
}

/** Milliseconds of processor time that a look at the progress of warming up takes, and what it takes at most. */
const LOOK = 2000;
const LONGEST = 60_000;
/** Looks without a better time after which the compiler has done with it, as it has after the first thousands of a batch. */
const PATIENCE = 4;

async function warmUp(write: () => unknown): Promise<void> {
  let best = Number.POSITIVE_INFINITY;
  let idle = 0;
  for (let spent = 0; idle < PATIENCE && spent < LONGEST; spent += LOOK) {
    const time = await timePerRun(write, LOOK);
    idle = time < best ? 0 : idle + 1;
    best = Math.min(best, time);
  }
}
