import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fillablePath } from './field-note.ts';
import type { UnitState } from './messages.ts';

/** How a unit stands, from what a final build finds. */
export function countState(diagnostics: readonly Diagnostic[], gaps: number, isReadable: boolean): UnitState {
  const others = diagnostics.filter((diagnostic) => !isGapFinding(diagnostic));
  const errors = others.filter(({ severity }) => severity === 'error').length;
  return { isReadable, errors, warnings: others.length - errors, gaps };
}

/** The same with what else was found. */
export function withFindings(state: UnitState, diagnostics: readonly Diagnostic[]): UnitState {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  return { ...state, errors: state.errors + errors, warnings: state.warnings + warnings };
}

/** Whether a finding only says that a fact is still to be written, which the page has a field for. */
export function isGapFinding({ rule, isGap, path }: Diagnostic): boolean {
  return (isGap === true || rule === 'pending-value') && fillablePath(path) !== undefined;
}
