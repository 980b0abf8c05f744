import { successorOf } from '../account/since-last-time.ts';
import type { Facts } from '../facts/facts.ts';
import { stageOf } from '../facts/progress.ts';

/** What became of a measure. */
export interface Became {
  readonly id?: string;
  readonly title: string;
  /** 已完成, 推进中 …: how far it has come; 上期已完成; 没有下文; 新增. */
  readonly became: string;
}

/** Measures of last time in their order, then those that are new. */
export function becameOf(last: Facts, now: Facts): Became[] {
  const measures = now.measures ?? [];
  const continued = new Set<number>();
  const old = (last.measures ?? []).map((measure) => {
    const { index } = successorOf(measure, measures);
    if (index !== undefined) continued.add(index);
    const successor = index === undefined ? undefined : measures[index];
    const isDone = stageOf(measure) === '已完成';
    const stage = successor === undefined ? undefined : (stageOf(successor) ?? '接着写，没有写状态');
    return isNamedAlike(measure, stage ?? (isDone ? '上期已完成' : '没有下文'));
  });
  const fresh = measures.flatMap((measure, index) =>
    continued.has(index) ? [] : [isNamedAlike(measure, '新增')],
  );
  return [...old, ...fresh];
}

function isNamedAlike({ id, title = '' }: NonNullable<Facts['measures']>[number], became: string): Became {
  return { ...(id !== undefined && { id }), title, became };
}
