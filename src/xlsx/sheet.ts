import type { CellRange } from './cell-reference.ts';
import type { CellValue } from './cell-value.ts';

/** A sheet with everything that was typed into it, hidden rows and columns included. */
export interface Sheet {
  /** Rows that hold something, in the order of the file. */
  readonly rows: readonly SheetRow[];
  readonly merged: readonly CellRange[];
}

export interface SheetRow {
  /** As the program shows it, from 1. */
  readonly number: number;
  /** By column from 0; may be shorter than the sheet is wide, and have holes. */
  readonly values: readonly (CellValue | undefined)[];
}
