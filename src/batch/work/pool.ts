import type { UnitResult } from '../unit.ts';
import { resultOf } from './decide.ts';
import type { Build } from './make-report.ts';
import { processChunk, type Round } from './process-chunk.ts';
import type { Task, Work } from './work.ts';

/** Some units that are handed over together. */
export interface Chunk {
  readonly tasks: readonly Task[];
  readonly round: Round;
}

/** Does chunks of units, several at a time. */
export interface Pool {
  /** How many chunks are worth handing in at once. */
  readonly width: number;
  run(chunk: Chunk): Promise<readonly UnitResult[]>;
  close(): Promise<void>;
}

/** Does everything in this thread. */
export function openInline(work: Work, build?: Build): Pool {
  const run = ({ tasks, round }: Chunk) => processChunk(tasks, round, work, build);
  return { width: 1, run, close: async () => {} };
}

/**
 * Worker threads. One that dies takes its chunk along: the chunk's units are then done one by one, so that only the one which is to
 * blame fails, and the others go on.
 */
export async function openPool(work: Work, threads: number, worker = WORKER): Promise<Pool> {
  if (worker === undefined) return openInline(work);
  const { Piscina } = await import('piscina');
  const pool = new Piscina<Chunk, UnitResult[]>({
    filename: worker.href,
    minThreads: threads,
    maxThreads: threads,
    workerData: work,
    resourceLimits: LIMITS,
  });
  // A thread that dies between two chunks harms nobody.
  pool.on('error', () => {});
  const runSingly = (task: Task, round: Round) =>
    pool.run({ tasks: [task], round }).catch((error: unknown) => [buried(task, error)]);
  const run = (chunk: Chunk) =>
    pool
      .run(chunk)
      .catch(async () => (await Promise.all(chunk.tasks.map((task) => runSingly(task, chunk.round)))).flat());
  return { width: 2 * threads, run, close: () => pool.destroy() };
}

/**
 * Megabytes. V8 lets a heap grow to four times what is alive in it before it looks for garbage, but under 2 GB to less than twice; the largest
 * facts file takes some 200. The young generation is half of what V8 would take: more makes nothing faster.
 */
const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 24 };

/** Beside this module's bundle in dist/. The sources, which only tests run, have none: then everything is done in this thread. */
const WORKER = import.meta.url.endsWith('.ts') ? undefined : new URL('./worker.js', import.meta.url);

function buried(task: Task, error: unknown): UnitResult {
  const detail = error instanceof Error ? error.message : String(error);
  const problem = `处理它的工作线程意外退出：${detail}。其余文件不受影响，请把这个事实文件告诉维护者。`;
  return { ...resultOf(task, 'failed'), problem, isBug: true };
}
