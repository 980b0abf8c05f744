import type { UnitResult } from '../unit.ts';
import { resultOf } from './decide.ts';
import type { Build, Made } from './make-report.ts';
import { surveyUnit } from './survey-unit.ts';
import { troubled } from './troubled.ts';
import type { Task, Work } from './work.ts';

/** The two rounds of a batch: first all units are looked at, then what is due is made. */
export type Round = 'survey' | 'make';

/**
 * Makes some units one after the other; the disk may still be busy with the ones before (a report is not waited for until it is safe
 * on the disk, for that takes as long as making one). Once the batch is to stop, the rest are left.
 */
export async function processChunk(
  tasks: readonly Task[],
  round: Round,
  work: Work,
  build?: Build,
): Promise<UnitResult[]> {
  const results: Promise<UnitResult>[] = [];
  for (const task of tasks) {
    const made = isStopped(work)
      ? { result: resultOf(task, 'left') }
      : await processUnit(task, round, work, build);
    heed(made.result, work);
    results.push(settled(task, made, work));
    await results.at(-MOST_WRITING);
  }
  return Promise.all(results);
}

/** Reports that may be on their way to the disk at the same time. */
const MOST_WRITING = 8;

function isStopped({ stop }: Work): boolean {
  return Atomics.load(stop, 0) !== 0;
}

/** `--fail-fast` stops the whole batch. */
function heed({ status }: UnitResult, { isFailFast, stop }: Work): void {
  if (isFailFast && status === 'failed') Atomics.store(stop, 0, 1);
}

/** The result once the report is written; never rejected. */
async function settled(task: Task, { result, writing }: Made, work: Work): Promise<UnitResult> {
  try {
    await writing;
    return result;
  } catch (error) {
    const failed = troubled(task, error);
    heed(failed, work);
    return failed;
  }
}

/** A batch in which nothing changed never loads the pipeline. */
async function processUnit(task: Task, round: Round, work: Work, build?: Build): Promise<Made> {
  if (round === 'survey') return { result: surveyUnit(task, work) };
  const { makeUnit } = await import('./make-unit.ts');
  return makeUnit(task, work, build);
}
