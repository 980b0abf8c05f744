import type { TableRow } from './tree.ts';

/**
 * The columns' shares of the width, adding up to 1. Columns without a width of their own share what is left; where
 * nothing is left, all are scaled.
 */
export function spreadColumns(
  rows: readonly TableRow[],
  widths: readonly (number | undefined)[],
): readonly number[] {
  const count = countColumns(rows);
  const given = Array.from({ length: count }, (_, index) => widths[index]);
  const open = given.filter((width) => width === undefined).length;
  const taken = given.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const rest = open === 0 ? 0 : Math.max(1 - taken, open * 0.04) / open;
  const shares = given.map((width) => width ?? rest);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** How many columns the rows take, with what hangs down from the rows above. */
function countColumns(rows: readonly TableRow[]): number {
  let widest = 0;
  let hanging: { columns: number; rows: number }[] = [];
  for (const row of rows) {
    const above = hanging.reduce((sum, cell) => sum + cell.columns, 0);
    const own = row.cells.reduce((sum, cell) => sum + cell.columnSpan, 0);
    widest = Math.max(widest, above + own);
    const spans = row.cells.map((cell) => ({ columns: cell.columnSpan, rows: cell.rowSpan }));
    hanging = [...hanging, ...spans]
      .map((cell) => ({ columns: cell.columns, rows: cell.rows - 1 }))
      .filter((cell) => cell.rows > 0);
  }
  return widest;
}
