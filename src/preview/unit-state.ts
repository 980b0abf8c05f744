import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fillablePath } from './field-note.ts';
import type { UnitState } from './messages.ts';

/** How a unit stands, from what a final build finds. */
export function countState(diagnostics: readonly Diagnostic[], gaps: number, isReadable: boolean): UnitState {
  const others = diagnostics.filter((diagnostic) => !isGapFinding(diagnostic));
  const errors = others.filter(({ severity }) => severity === 'error').length;
  return { isReadable, errors, warnings: others.length - errors, gaps };
}

/** Whether a finding only says that a fact is still to be written, which the page has a field for. */
export function isGapFinding({ rule, isGap, path }: Diagnostic): boolean {
  return (isGap === true || rule === 'pending-value') && fillablePath(path) !== undefined;
}
