import type { PrintedCell, PrintedTable } from './printed.ts';

/** A place in a table's row: a cell that begins here, one that hangs down from above, or one that nobody wrote. */
export interface GridCell {
  /** Missing where a cell of an earlier row reaches down. */
  readonly cell?: PrintedCell;
  readonly column: number;
  readonly columnSpan: number;
  readonly isContinued: boolean;
}

/** The rows with every column taken, as OOXML wants them. */
export function tableGrid({
  columns,
  rows,
}: Pick<PrintedTable, 'columns' | 'rows'>): readonly (readonly GridCell[])[] {
  /** By column: how many rows a cell still reaches down, and over how many columns. */
  const hanging = new Map<number, { rows: number; columnSpan: number }>();
  return rows.map((row) => {
    const queue = [...row.cells];
    const line: GridCell[] = [];
    for (let column = 0; column < columns.length; column += line.at(-1)?.columnSpan ?? 1) {
      line.push(takeHanging(hanging, column) ?? takeCell(queue, hanging, column));
    }
    return line;
  });
}

type Hanging = Map<number, { rows: number; columnSpan: number }>;

function takeHanging(hanging: Hanging, column: number): GridCell | undefined {
  const above = hanging.get(column);
  if (above === undefined) return undefined;
  if (above.rows === 1) hanging.delete(column);
  else hanging.set(column, { ...above, rows: above.rows - 1 });
  return { column, columnSpan: above.columnSpan, isContinued: true };
}

function takeCell(queue: PrintedCell[], hanging: Hanging, column: number): GridCell {
  const cell = queue.shift();
  if (cell === undefined) return { column, columnSpan: 1, isContinued: false };
  const { columnSpan, rowSpan } = cell;
  if (rowSpan > 1) hanging.set(column, { rows: rowSpan - 1, columnSpan });
  return { cell, column, columnSpan, isContinued: false };
}
