import { timePerRun } from './time-per-run.ts';

/** Rounds in which everything has its turn, so that the machine's moods meet all alike. */
const ROUNDS = 7;

/** Milliseconds of each ahead of the rounds: long enough for the compiler to have done with most of it, as it has in a batch. */
const WARM_UP = 8000;

/** The best time of each over the rounds: what disturbs a run only ever makes it slower. */
export async function timeInTurn(writes: readonly (() => unknown)[]): Promise<readonly number[]> {
  const rounds: number[][] = writes.map(() => []);
  for (const write of writes) await timePerRun(write, WARM_UP);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, write] of writes.entries()) rounds[index]?.push(await timePerRun(write));
  }
  return rounds.map((times) => Math.min(...times));
}
