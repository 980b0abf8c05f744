import type { CellValue } from '../xlsx/cell-value.ts';
import type { PostColumn } from './post-columns.ts';
import type { FieldId } from './roster-fields.ts';
import type { RosterKind } from './roster-kind.ts';
import type { RosterProblem } from './roster-problem.ts';

/** A roster as it was found in a file: what kind it is, which column holds what, and the rows that count. */
export interface Roster {
  readonly kind: RosterKind;
  /** The file as the facts file names it. */
  readonly file: string;
  /** The sheet's name; absent for a CSV file. */
  readonly sheet?: string;
  /** Columns (from 0) of the fields that were recognised. */
  readonly columns: ReadonlyMap<FieldId, number>;
  /** Of 编制 and 职数: the columns of numbers. */
  readonly posts: readonly PostColumn[];
  /** What is above the data, titles included. */
  readonly title: string;
  /** Rows of people, posts, branches or measures; titles, 小计, 合计, notes and empty rows are not among them. */
  readonly rows: readonly RosterRow[];
  /** What was wrong with it; one that is an error leaves no rows. */
  readonly problems: readonly RosterProblem[];
}

export interface RosterRow {
  /** As the spreadsheet program shows it, from 1. */
  readonly number: number;
  /** By column from 0; a cell that is merged over several rows says in each of them what it says. */
  readonly values: readonly (CellValue | undefined)[];
}
