import type { UnitResult } from '../unit.ts';
import { resultOf } from './decide.ts';
import type { Build } from './make-report.ts';
import { surveyUnit } from './survey-unit.ts';
import type { Task, Work } from './work.ts';

/** The two rounds of a batch: first all units are looked at, then what is due is made. */
export type Round = 'survey' | 'make';

/** Does some units one after the other. Once the batch is to stop, the rest are left. */
export async function processChunk(
  tasks: readonly Task[],
  round: Round,
  work: Work,
  build?: Build,
): Promise<UnitResult[]> {
  const results: UnitResult[] = [];
  for (const task of tasks) {
    const isStopped = Atomics.load(work.stop, 0) !== 0;
    const result = isStopped ? resultOf(task, 'left') : await processUnit(task, round, work, build);
    if (work.isFailFast && result.status === 'failed') Atomics.store(work.stop, 0, 1);
    results.push(result);
  }
  return results;
}

/** A batch in which nothing changed never loads the pipeline. */
async function processUnit(task: Task, round: Round, work: Work, build?: Build): Promise<UnitResult> {
  if (round === 'survey') return surveyUnit(task, work);
  const { makeUnit } = await import('./make-unit.ts');
  return makeUnit(task, work, build);
}
