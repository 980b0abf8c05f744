import type { CountedFigure } from './figure.ts';
import type { RosterMeasure } from './read-measures.ts';
import type { RosterProblem } from './roster-problem.ts';

/** What the rosters that a facts file names say together; the files of places are paths as messages give them. */
export interface SourceCount {
  readonly figures: readonly CountedFigure[];
  /** What the 台账 say of measures. */
  readonly measures: readonly RosterMeasure[];
  readonly problems: readonly SourceProblem[];
}

/** A problem of a roster at the entry (from 0) that names it. */
export interface SourceProblem extends RosterProblem {
  readonly entry: number;
  /** The roster's path as messages give it. */
  readonly path: string;
}
