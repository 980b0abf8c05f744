import { workerData } from 'node:worker_threads';
import type { UnitResult } from './unit.ts';
import type { Chunk } from './work/pool.ts';
import { processChunk } from './work/process-chunk.ts';
import type { Work } from './work/work.ts';

/** What a worker thread of the pool does: a chunk of units, with what holds for the whole batch from its start. */
export function work({ tasks, round }: Chunk): Promise<UnitResult[]> {
  // The pool hands over, as it got it, what `openPool` gave it.
  return processChunk(tasks, round, workerData as Work);
}
