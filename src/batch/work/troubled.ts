import { UserError } from '../../diagnostics/user-error.ts';
import type { UnitResult } from '../unit.ts';
import { unitResult } from './decide.ts';
import type { Task } from './work.ts';

/** The result of a unit that the system, or a bug of ours, kept from being done. */
export function troubled(task: Task, error: unknown): UnitResult {
  const failed = unitResult(task, 'failed');
  if (error instanceof UserError) return { ...failed, problem: `${error.message}${error.hint}` };
  const message = error instanceof Error ? error.message : String(error);
  const problem = `程序内部错误：${message}。请把这个事实文件和这段文字告诉维护者。`;
  return { ...failed, problem, isBug: true };
}
