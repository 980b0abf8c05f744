import { printable } from '../../diagnostics/printable.ts';
import { printNotice } from '../terminal/streams.ts';

/** Says what is in the way, or should be looked at, with what to do. */
export function tellProblem(severity: 'error' | 'warning', message: string, hint: string): void {
  printNotice(`${severity === 'error' ? '错误' : '警告'}：${printable(message)}\n  ${printable(hint)}\n`);
}
