import type { BatchUnit, UnitResult } from './unit.ts';
import type { Pool } from './work/pool.ts';
import type { Round } from './work/process-chunk.ts';
import type { Task } from './work/work.ts';

/** Takes results in the order of their tasks, whatever the order in which they were done. */
export type Receive = (results: readonly UnitResult[]) => void;

/** A list of tasks, or what makes them when they are wanted. */
export interface Tasks {
  readonly length: number;
  slice(from: number, to: number): readonly Task[];
}

/** Sends tasks through the pool in chunks, so many at a time as it has use for. */
export async function runRound(pool: Pool, tasks: Tasks, round: Round, receive: Receive): Promise<void> {
  const size = chunkSize(tasks.length, pool.width);
  const waiting: (readonly UnitResult[] | undefined)[] = [];
  let next = 0;
  let delivered = 0;
  const serve = async () => {
    while (next * size < tasks.length) {
      const chunk = next++;
      const some = tasks.slice(chunk * size, (chunk + 1) * size);
      const results = await pool.run({ tasks: some, round });
      waiting[chunk] = results.map((result, at) => ({ ...result, ...pathsOf(some[at]) }));
      for (let ready = waiting[delivered]; ready; ready = waiting[delivered]) {
        waiting[delivered++] = undefined;
        receive(ready);
      }
    }
  };
  await Promise.all(Array.from({ length: pool.width }, serve));
}

/** The unit's own paths, so that nobody keeps the copies which came from another thread. */
function pathsOf(task: Task | undefined): Partial<Pick<BatchUnit, 'facts' | 'output'>> {
  return task === undefined ? {} : { facts: task.unit.facts, output: task.unit.output };
}

/** Large enough that handing over costs nothing, small enough that all finish together and an interruption is heeded soon. */
function chunkSize(tasks: number, width: number): number {
  return Math.min(LARGEST_CHUNK, Math.max(1, Math.ceil(tasks / (width * 4))));
}

const LARGEST_CHUNK = 64;
