import { ROLE_FORMATS } from '../../format/gb9704.ts';
import type { GridCell } from '../table-grid.ts';
import { CELL_MARGINS, type TableMeasures, type TableRows } from './row-heights.ts';

/**
 * Whole twips that add up to the table's width. A column that is empty in every row keeps room for one character, so that its head
 * can still be read, and gives the rest to the others by their shares.
 */
export function columnWidths(
  shares: readonly number[],
  rows: TableRows,
  { width, role }: Pick<TableMeasures, 'role'> & { readonly width: number },
): readonly number[] {
  const least = (ROLE_FORMATS[role].size * 10 + CELL_MARGINS + WIDTH_SLACK) / width;
  const isNarrow = shares.map((share, column) => share > least && isEmptyColumn(column, rows));
  const kept = shares.reduce((sum, share, column) => sum + (isNarrow[column] ? 0 : share), 0);
  if (kept === 0 || kept === 1) return wholeTwips(shares, width);
  const free = 1 - least * isNarrow.filter(Boolean).length;
  return wholeTwips(
    shares.map((share, column) => (isNarrow[column] ? least : (share / kept) * free)),
    width,
  );
}

const WIDTH_SLACK = 30;

function isEmptyColumn(column: number, { grid, headers }: TableRows): boolean {
  const cells = grid.flatMap((row, index) =>
    headers[index] ? [] : row.filter((cell) => startsInColumn(cell, column)),
  );
  return cells.length > 0 && cells.every(({ cell }) => (cell?.spans.length ?? 0) === 0);
}

/** A cell over several columns, such as a total's, says nothing of one of them. */
function startsInColumn(cell: GridCell, column: number): boolean {
  return cell.column === column && cell.columnSpan === 1 && !cell.isContinued;
}

function wholeTwips(shares: readonly number[], width: number): readonly number[] {
  let taken = 0;
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    const column = Math.round(sum * width) - taken;
    taken += column;
    return column;
  });
}
