/** The last row and column that a sheet can have (Excel's limits); columns count from 0, rows from 1 as people count them. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_383;

/** A column's letters: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** `C5` */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}

/** The column that a reference such as `C5` names; -1 where it names none. */
export function columnNumber(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~0x20;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > LAST_COLUMN + 1) return -1;
  }
  return column - 1;
}

/** A rectangle of cells, all its ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Reads `A1:L1`, and `A1` as a range of one cell; undefined for anything else. */
export function parseRange(text: string): CellRange | undefined {
  const match = CELL_RANGE.exec(text);
  if (match === null) return undefined;
  const [, firstName = '', firstRow = '', lastName = firstName, lastRow = firstRow] = match;
  const [first, last] = [columnNumber(firstName), columnNumber(lastName)];
  if (first < 0 || last < first || Number(lastRow) < Number(firstRow)) return undefined;
  return {
    firstRow: Number(firstRow),
    lastRow: Math.min(Number(lastRow), LAST_ROW),
    firstColumn: first,
    lastColumn: last,
  };
}

const CELL_RANGE = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;
