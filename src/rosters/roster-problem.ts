import type { Severity } from '../diagnostics/diagnostic.ts';

/** What is wrong with a source, by sheet and cells. Nothing in it quotes an identity number. */
export interface RosterProblem {
  readonly rule: 'source' | 'roster-row';
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  /** The file as the facts file names it. */
  readonly file?: string;
  /** Absent where the file as a whole is meant, or is a CSV file. */
  readonly sheet?: string;
  /** `C5`, `A4:L4`; absent where the sheet as a whole is meant. */
  readonly cells?: string;
}

/** A source that cannot be read, or of which something cannot be told: nothing is counted from it. */
export function refuseSource(
  message: string,
  hint: string,
  place: Pick<RosterProblem, 'sheet' | 'cells'> = {},
): RosterProblem {
  return { rule: 'source', severity: 'error', message, hint, ...place };
}

/** What is read all the same, but should be looked at. */
export function warn(
  message: string,
  hint: string,
  place: Pick<RosterProblem, 'sheet' | 'cells'> = {},
): RosterProblem {
  return { rule: 'source', severity: 'warning', message, hint, ...place };
}

/** The problems with the file that they are about. */
export function inFile<T extends RosterProblem>(file: string, problems: readonly T[]): T[] {
  return problems.map((problem) => ({ ...problem, file }));
}
