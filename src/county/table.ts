/** What a column holds; a number that is not known stands as the text that says so. */
export type CellKind = 'text' | 'number';

/** A table that becomes a sheet, or a table of a document. */
export interface SheetTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly kinds: readonly CellKind[];
  /** Numbers as they are printed. */
  readonly rows: readonly (readonly string[])[];
  /** Rows before the last: what the rows come to whose cell in the column `by` is `key`. */
  readonly subtotals?: readonly Subtotals[];
  /** The last row. */
  readonly totals?: readonly TotalCell[];
  /** Lines below. */
  readonly notes?: readonly string[];
}

export interface Subtotals {
  readonly by: number;
  readonly key: string;
  readonly cells: readonly TotalCell[];
}

export interface TotalCell {
  readonly text: string;
  /** Whether it is the sum of its column, so that a sheet can reckon it itself. */
  readonly isSum: boolean;
}

/** Whether a cell's text is a number that a sheet holds exactly. */
export function isSheetNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15;
}
