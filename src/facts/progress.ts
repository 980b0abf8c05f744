import { type CalendarDate, firstDay, lastDay, PERMANENT } from './dates.ts';
import type { ListItem } from './facts.ts';

/** How far a measure, or all that answers a problem, has come. */
export type Stage = '已完成' | '推进中' | '未开始' | '长期坚持';

export const STAGES: readonly Stage[] = ['已完成', '推进中', '未开始', '长期坚持'];

/** A measure's stage; one without 状态 that has its 完成日期 is done, one whose 时限 is 长期坚持 never ends. Undefined where the facts do not say. */
export function stageOf({ status, deadline, completed }: ListItem<'measures'>): Stage | undefined {
  const stage = STAGES.find((each) => each === status);
  if (stage === undefined && completed !== undefined) return '已完成';
  return stage ?? (deadline === PERMANENT ? PERMANENT : undefined);
}

/** Days from a measure's deadline to a date, where it is not done by then; a month is over with its last day, and what never ends is not overdue. */
export function daysOverdue(measure: ListItem<'measures'>, date: CalendarDate | undefined): number {
  const { deadline } = measure;
  const stage = stageOf(measure);
  if (date === undefined || deadline === undefined || deadline === PERMANENT) return 0;
  if (stage === '已完成' || stage === PERMANENT) return 0;
  return Math.max(0, Math.round((firstDay(date) - lastDay(deadline)) / MILLISECONDS_OF_DAY));
}

const MILLISECONDS_OF_DAY = 86_400_000;

/** What the stages of a problem's measures come to; undefined where one is not known, or there is none. */
export function overallStage(stages: readonly (Stage | undefined)[]): Stage | undefined {
  if (stages.length === 0 || stages.includes(undefined)) return undefined;
  const [first] = stages;
  if (stages.every((stage) => stage === first)) return first;
  return stages.every((stage) => stage === '已完成' || stage === PERMANENT) ? PERMANENT : '推进中';
}

/** How many of a number of things are at each stage: the stages add up to the total, or nothing is said of them. */
export interface StageTally {
  readonly total: number;
  readonly byStage: ReadonlyMap<Stage, number>;
}

export function tallyStages(stages: readonly (Stage | undefined)[]): StageTally {
  const byStage = new Map<Stage, number>();
  if (stages.includes(undefined)) return { total: stages.length, byStage };
  for (const stage of STAGES) {
    const count = stages.filter((each) => each === stage).length;
    if (count > 0) byStage.set(stage, count);
  }
  return { total: stages.length, byStage };
}
