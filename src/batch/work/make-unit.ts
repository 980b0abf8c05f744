import { buildReport } from '../../use/build.ts';
import { decide } from './decide.ts';
import { type Build, type Made, makeReport } from './make-report.ts';
import { troubled } from './troubled.ts';
import type { BatchWork, Task } from './work.ts';

/** Makes a unit's report where it is not up to date, or says why not; judges afresh, for time has passed since the survey. Never throws. */
export async function makeUnit(task: Task, work: BatchWork, build: Build = buildReport): Promise<Made> {
  try {
    const decision = decide(task, work);
    return 'due' in decision ? await makeReport(decision.due, build) : { result: decision.settled };
  } catch (error) {
    return { result: troubled(task, error) };
  }
}
