import type { UnitResult } from '../unit.ts';
import { decide, unitResult } from './decide.ts';
import { guessName } from './guess-name.ts';
import { troubled } from './troubled.ts';
import type { BatchWork, Task } from './work.ts';

/** Finds out whether a unit's report is due, and writes nothing. Never throws: whatever goes wrong is the unit's own result. */
export function surveyUnit(task: Task, work: BatchWork): UnitResult {
  try {
    const decision = decide(task, work);
    if ('settled' in decision) return decision.settled;
    const { reason, bytes } = decision.due;
    return { ...unitResult(task, 'due', reason), name: guessName(bytes) };
  } catch (error) {
    return troubled(task, error);
  }
}
