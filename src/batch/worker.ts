import { workerData } from 'node:worker_threads';
import type { UnitResult } from './unit.ts';
import type { TaskChunk } from './work/pool.ts';
import { processChunk } from './work/process-chunk.ts';
import type { BatchWork } from './work/work.ts';

/** What a worker thread of the pool does: a chunk of units, with what holds for the whole batch from its start. */
export function workOnChunk({ tasks, round }: TaskChunk): Promise<UnitResult[]> {
  // The pool hands over, as it got it, what `openPool` gave it.
  return processChunk(tasks, round, workerData as BatchWork);
}
