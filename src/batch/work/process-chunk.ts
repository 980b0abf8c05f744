import type { UnitResult } from '../unit.ts';
import { unitResult } from './decide.ts';
import type { Build, Made } from './make-report.ts';
import { surveyUnit } from './survey-unit.ts';
import { troubled } from './troubled.ts';
import type { BatchWork, Task } from './work.ts';

/** The rounds of a batch: first all units are looked at, then what is due is made; a county may need some of them read once more. */
export type Round = 'survey' | 'make' | 'extract';

/**
 * Makes some units one after the other; the disk may still be busy with the ones before (a report is not waited for until it is safe
 * on the disk, for that takes as long as making one). Once the batch is to stop, the rest are left.
 */
export async function processChunk(
  tasks: readonly Task[],
  round: Round,
  work: BatchWork,
): Promise<UnitResult[]> {
  const results: Promise<UnitResult>[] = [];
  for (const task of tasks) {
    results.push(settled(await processUnit(task, { round, work }), work));
    await results.at(-MOST_WRITING);
  }
  return Promise.all(results);
}

/** How units are processed. */
interface ChunkConduct {
  readonly round: Round;
  readonly work: BatchWork;
  readonly build?: Build | undefined;
}

/** Lets some work be done that may be ended anywhere, since nothing is half written meanwhile. */
export type Unheard = <T>(work: () => Promise<T>) => Promise<T>;

/** The same in the main thread, which hears of a signal only between two pieces of work: reports are made first, then written. */
export async function processInTurns(
  tasks: readonly Task[],
  { unheard, ...conduct }: ChunkConduct & { readonly unheard: Unheard },
): Promise<UnitResult[]> {
  const made = await unheard(() => processUnits(tasks, conduct));
  const results: Promise<UnitResult>[] = [];
  for (const each of made) {
    results.push(settled(each, conduct.work));
    await results.at(-MOST_WRITING);
  }
  return Promise.all(results);
}

async function processUnits(tasks: readonly Task[], conduct: ChunkConduct): Promise<Processed[]> {
  const made: Processed[] = [];
  for (const task of tasks) made.push(await processUnit(task, conduct));
  return made;
}

/** Reports that may be on their way to the disk at the same time. */
const MOST_WRITING = 8;

function isStopped({ stop }: BatchWork): boolean {
  return Atomics.load(stop, 0) !== 0;
}

/** `--fail-fast` stops the whole batch. */
function heed({ status }: UnitResult, { isFailFast, stop }: BatchWork): void {
  if (isFailFast && status === 'failed') Atomics.store(stop, 0, 1);
}

/** The result once the report is written; never rejected. */
async function settled({ task, result, write }: Processed, work: BatchWork): Promise<UnitResult> {
  try {
    await write?.();
    return result;
  } catch (error) {
    const failed = troubled(task, error);
    heed(failed, work);
    return failed;
  }
}

interface Processed extends Made {
  readonly task: Task;
}

async function processUnit(task: Task, conduct: ChunkConduct): Promise<Processed> {
  const { round, work } = conduct;
  if (isStopped(work)) return { task, result: unitResult(task, 'left') };
  const made = round === 'survey' ? { result: surveyUnit(task, work) } : await makeTask(task, conduct);
  heed(made.result, work);
  return { task, ...made };
}

/** A batch in which nothing changed never loads the pipeline. */
async function makeTask(task: Task, { round, work, build }: ChunkConduct): Promise<Made> {
  if (round === 'extract') {
    const { extractAgain } = await import('./extract-again.ts');
    return { result: await extractAgain(task, work) };
  }
  const { makeUnit } = await import('./make-unit.ts');
  return makeUnit(task, work, build);
}
