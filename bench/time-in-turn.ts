import { timePerRun } from './time-per-run.ts';

/** Rounds in which everything has its turn, so that the machine's moods meet all alike. */
const ROUNDS = 7;

/** The best time of each over the rounds: what disturbs a run only ever makes it slower. */
export async function timeInTurn(writes: readonly (() => unknown)[]): Promise<readonly number[]> {
  const rounds: number[][] = writes.map(() => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, write] of writes.entries()) {
      const time = await timePerRun(write);
      if (round > 0) rounds[index]?.push(time);
    }
  }
  return rounds.map((times) => Math.min(...times));
}
