import { errorCode } from '../../disk/io-error.ts';
import type { UnitResult } from '../unit.ts';
import { unitResult } from './decide.ts';
import type { Build } from './make-report.ts';
import { processInTurns, type Round, type Unheard } from './process-chunk.ts';
import type { BatchWork, Task } from './work.ts';

/** Some units that are handed over together. */
export interface TaskChunk {
  readonly tasks: readonly Task[];
  readonly round: Round;
}

/** Does chunks of units, several at a time. */
export interface Pool {
  /** How many chunks are worth handing in at once. */
  readonly width: number;
  run(chunk: TaskChunk): Promise<readonly UnitResult[]>;
  close(): Promise<void>;
}

/** Does everything in this thread; what is done `unheard` writes nothing. `build` is what a test puts in place of the pipeline. */
export function openInline(work: BatchWork, unheard: Unheard = (making) => making(), build?: Build): Pool {
  const run = ({ tasks, round }: TaskChunk) => processInTurns(tasks, { round, work, unheard, build });
  return { width: 1, run, close: async () => {} };
}

/**
 * Worker threads. One that dies takes its chunk along: the chunk's units are then done one by one, so that only the one which is to
 * blame fails, and the others go on.
 */
export async function openPool(
  work: BatchWork,
  threads: number,
  { worker = WORKER, megabytes = MEGABYTES } = {},
): Promise<Pool> {
  if (worker === undefined) return openInline(work);
  const { Piscina } = await import('piscina');
  const pool = new Piscina<TaskChunk, UnitResult[]>({
    filename: worker.href,
    minThreads: threads,
    maxThreads: threads,
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  // A thread that dies between two chunks harms nobody.
  pool.on('error', () => {});
  const hand = async (chunk: TaskChunk) => takeOut(await pool.run(chunk));
  const runSingly = (task: Task, round: Round) =>
    hand({ tasks: [task], round }).catch((error: unknown) => [buried(task, error)]);
  const run = (chunk: TaskChunk) =>
    hand(chunk).catch(async () =>
      (await Promise.all(chunk.tasks.map((task) => runSingly(task, chunk.round)))).flat(),
    );
  return { width: 2 * threads, run, close: () => pool.destroy() };
}

/** What a worker may take: several times what the largest facts file needs. V8 looks for garbage sooner in a heap that has a limit. */
const MEGABYTES = 1024;
/** Half of what V8 would take for what is new; more makes nothing faster. */
const YOUNG_MEGABYTES = 24;

/** Beside this module's bundle in dist/. The sources, which only tests run, have none: then everything is done in this thread. */
const WORKER = import.meta.url.endsWith('.ts') ? undefined : new URL('./worker.js', import.meta.url);

/**
 * Empties the array that the pool gave out: its map of running tasks keeps finished results reachable until V8 collects the
 * whole heap, and an empty array costs nothing.
 */
function takeOut(results: UnitResult[]): UnitResult[] {
  return results.splice(0);
}

function buried(task: Task, error: unknown): UnitResult {
  const problem = `处理它的工作线程意外退出：${causeOf(error)}。其余文件不受影响，请把这个事实文件告诉维护者。`;
  return { ...unitResult(task, 'failed'), problem, isBug: true };
}

function causeOf(error: unknown): string {
  if (errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') return '它要的内存超过了一个线程的上限';
  return error instanceof Error ? error.message : String(error);
}
