import { A4, ROLE_FORMATS } from '../../format/gb9704.ts';
import { spansText } from '../closing-marks.ts';
import { textWidth } from '../measure.ts';
import type { GridCell } from '../table-grid.ts';

/** What a table is set in. */
export interface TableMeasures {
  /** Of the columns, in twips. */
  readonly widths: readonly number[];
  readonly role: 'tableText' | 'tableSmall';
  /** Of the pages' text area, in twips. */
  readonly pageHeight: number;
}

/** A table's rows as they are, and which of them repeat on every page. */
export interface TableRows {
  readonly grid: readonly (readonly GridCell[])[];
  readonly headers: readonly boolean[];
  /** Whether they are rows from further down in a table. */
  readonly hasRowsAbove?: boolean;
}

/**
 * Which rows must be allowed to split, because a page would not hold them (practice: a row splits only then). Heights are reckoned
 * from the text; the first row must fit under the title, and so must a row in which a cell over several rows ends.
 */
export function splittingRows(
  { grid, headers, hasRowsAbove }: TableRows,
  measures: TableMeasures,
): readonly boolean[] {
  const heights = grid.map((row) => Math.max(0, ...row.map((cell) => cellHeight(cell, measures))));
  const header = heights.reduce((sum, height, row) => sum + (headers[row] ? height : 0), 0);
  const room = measures.pageHeight - header - SAFETY * measures.pageHeight;
  const first = hasRowsAbove ? -1 : headers.indexOf(false);
  const splits = heights.map((height, row) => height > (row === first ? room - ROOM_ABOVE : room));
  for (const [row, cells] of grid.entries()) for (const cell of cells) allowHanging(cell, row);
  return splits;

  /** A cell over several rows fills their last one, or breaks with all of them. */
  function allowHanging({ cell, columnSpan, column, isContinued }: GridCell, row: number): void {
    const rows = cell?.rowSpan ?? 1;
    if (cell === undefined || rows === 1) return;
    const whole = cellHeight({ cell: { ...cell, rowSpan: 1 }, columnSpan, column, isContinued }, measures);
    const last = row + rows - 1;
    const others = heights.slice(row, last).reduce((sum, height) => sum + height, 0);
    if (whole - others > room - ROOM_ABOVE) splits[last] = true;
    if (whole > room - ROOM_ABOVE) splits.fill(true, row, last + 1);
  }
}

/** The lines above the first row: the mark and title of an attachment with blank lines, and a legend. */
const ROOM_ABOVE = 5 * A4.line + 400;
/** Fonts differ, and lines do not break at every character. */
const SAFETY = 0.08;

function cellHeight({ cell, column, columnSpan }: GridCell, { widths, role }: TableMeasures): number {
  if (cell === undefined || cell.rowSpan > 1) return 0;
  const em = ROLE_FORMATS[role].size * 10;
  const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
  const perLine = Math.max(1, Math.floor((width - CELL_MARGINS) / em));
  const lines = Math.max(1, Math.ceil(textWidth(spansText(cell.spans)) / perLine));
  return lines * em * LINE_HEIGHT + ROW_MARGINS;
}

/** Left and right of a cell's text, above and under it, in twips; a single line's height against its size. */
export const CELL_MARGINS = 216;
const ROW_MARGINS = 80;
const LINE_HEIGHT = 1.5;
