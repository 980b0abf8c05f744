import { UserError } from '../diagnostics/user-error.ts';
import { contentDigest } from './digest.ts';

/** One of several parts of a batch that run on different machines. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Which part to do: `--shard 2/8`, or, where only the number of parts is known (`/8`, or from the environment), the place that an Indexed Job
 * of Kubernetes (JOB_COMPLETION_INDEX) or a Slurm array (SLURM_ARRAY_TASK_ID) gives. Undefined for the whole. UserError if it makes no sense.
 */
export function chooseShard(flag: string | undefined, env: Environment): Shard | undefined {
  const [, index, count] = FLAG.exec(flag ?? '/') ?? refuseShard(`--shard 的值“${flag}”不对。`);
  const parts = shardNumber(count) ?? countFrom(env);
  const part = shardNumber(index) ?? indexFrom(env, parts);
  if (part === undefined && count === '') return undefined;
  if (part === undefined) return refuseShard(`--shard ${flag} 没有说明这是第几份。`);
  if (parts === undefined) return refuseShard('环境变量说明了这是第几份，但没有说明一共分几份。');
  return part >= 1 && part <= parts
    ? { index: part, count: parts }
    : refuseShard(`没有第 ${part} 份：一共 ${parts} 份。`);
}

/** Whether a unit belongs to a shard: by its output's path, so that every machine decides alike. */
export function isInShard(output: string, shard: Shard | undefined): boolean {
  if (shard === undefined) return true;
  return Number.parseInt(contentDigest(output).slice(0, 8), 16) % shard.count === shard.index - 1;
}

const FLAG = /^\s*(\d*)\s*\/\s*(\d*)\s*$/;

function countFrom(env: Environment): number | undefined {
  return (
    shardNumber(env.REPORT_SHARDS) ??
    shardNumber(env.JOB_COMPLETIONS) ??
    shardNumber(env.SLURM_ARRAY_TASK_COUNT)
  );
}

/** Kubernetes counts from 0. */
function indexFrom(env: Environment, count: number | undefined): number | undefined {
  const completion = shardNumber(env.JOB_COMPLETION_INDEX);
  return completion === undefined ? slurmIndex(env, count) : completion + 1;
}

/** Slurm counts from wherever `--array` begins; without its beginning, any run of numbers is taken in turn. */
function slurmIndex(env: Environment, count: number | undefined): number | undefined {
  const id = shardNumber(env.SLURM_ARRAY_TASK_ID);
  if (id === undefined) return undefined;
  const first = shardNumber(env.SLURM_ARRAY_TASK_MIN);
  if (first !== undefined) return (id - first) / (shardNumber(env.SLURM_ARRAY_TASK_STEP) ?? 1) + 1;
  return count === undefined ? id : id % count || count;
}

function shardNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

function refuseShard(message: string): never {
  throw new UserError(
    message,
    '请写成 --shard 2/8（共 8 份中的第 2 份）；在 Kubernetes 或 Slurm 的数组作业中可以写 --shard /8，第几份由作业编号决定。',
  );
}
