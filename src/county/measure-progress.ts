import { type CalendarDate, type Deadline, firstDay, lastDay, PERMANENT } from '../facts/dates.ts';
import type { Stage } from '../facts/progress.ts';
import type { MeasureExtract } from './unit-extract.ts';

/** How far a county's measures have come, each counted once however many problems it answers. */
export interface MeasureProgress {
  /** How many are at each stage; `undefined` where a unit does not say. */
  readonly byStage: ReadonlyMap<Stage | undefined, number>;
  /** Names of the units with measures past their deadline, and how many. */
  readonly overdue: ReadonlyMap<string, number>;
}

/** Counts measures by stage while units come. Deadlines are few, so what is open is kept by deadline. */
export class ProgressCount {
  readonly #byStage = new Map<Stage | undefined, number>();
  readonly #open = new Map<number, string[]>();

  add(unit: string, measures: readonly MeasureExtract[]): void {
    for (const { stage, deadline } of measures) {
      this.#byStage.set(stage, (this.#byStage.get(stage) ?? 0) + 1);
      const due = dueDay(deadline);
      if (due === undefined || stage === '已完成' || stage === PERMANENT) continue;
      const units = this.#open.get(due);
      if (units === undefined) this.#open.set(due, [unit]);
      else units.push(unit);
    }
  }

  result(date: CalendarDate | undefined): MeasureProgress {
    const overdue = new Map<string, number>();
    if (date !== undefined) {
      for (const [due, units] of this.#open) {
        if (due >= firstDay(date)) continue;
        for (const unit of units) overdue.set(unit, (overdue.get(unit) ?? 0) + 1);
      }
    }
    return { byStage: this.#byStage, overdue };
  }
}

function dueDay(deadline: Deadline | undefined): number | undefined {
  return deadline === undefined || deadline === PERMANENT ? undefined : lastDay(deadline);
}
