import { type CellFigure, readCellValue, type TableCellValue } from './cell-value.ts';
import type { FinishedDocument, FinishedParagraph } from './finished-document.ts';

export interface DataCell {
  readonly text: string;
  readonly value: TableCellValue;
  /** From 1. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Index of its first paragraph in the finished document. */
  readonly paragraph: number;
}

export interface DataFigureCell extends DataCell {
  readonly value: CellFigure;
}

/** A table of a finished document as a grid: merged cells are at each of their places. */
export interface DataTable {
  /** From 1. */
  readonly number: number;
  readonly rows: number;
  readonly columns: number;
  readonly at: (row: number, column: number) => DataCell | undefined;
  /** The unit that a line above the table says for all of it: 单位：万元. */
  readonly unit: string;
}

/** The tables of a finished document, in their order; empty cells are places where nothing is. */
export function dataTables({ paragraphs }: Pick<FinishedDocument, 'paragraphs'>): DataTable[] {
  const tables = new Map<number, Map<string, DataCell>>();
  const units = new Map<number, string>();
  let ahead: FinishedParagraph[] = [];
  for (const paragraph of paragraphs) {
    const { cell } = paragraph;
    if (cell === undefined) {
      ahead = [...ahead.slice(-1), paragraph];
      continue;
    }
    const cells = tables.get(cell.table) ?? new Map<string, DataCell>();
    if (!tables.has(cell.table)) units.set(cell.table, unitIn(ahead));
    tables.set(cell.table, cells);
    const key = `${cell.row} ${cell.column}`;
    const text = (cells.get(key)?.text ?? '') + paragraph.text.trim();
    const first = cells.get(key)?.paragraph ?? paragraph.number - 1;
    cells.set(key, { ...cell, text, value: readCellValue(text), paragraph: first });
  }
  return [...tables].map(([number, cells]) => gridOf(number, [...cells.values()], units.get(number) ?? ''));
}

function unitIn(ahead: readonly FinishedParagraph[]): string {
  for (const { text } of ahead) {
    const unit = /单位\s*[：:]\s*([^\s，、；）)]{1,6})/.exec(text)?.[1];
    if (unit !== undefined) return unit;
  }
  return '';
}

function gridOf(number: number, cells: readonly DataCell[], unit: string): DataTable {
  const places = new Map<string, DataCell>();
  let [rows, columns] = [0, 0];
  for (const cell of cells) {
    const [lastRow, lastColumn] = [cell.row + cell.rowSpan - 1, cell.column + cell.columnSpan - 1];
    rows = Math.max(rows, lastRow);
    columns = Math.max(columns, lastColumn);
    for (let row = cell.row; row <= Math.min(lastRow, cell.row + MOST_TABLE_CELLS); row += 1)
      for (
        let column = cell.column;
        column <= Math.min(lastColumn, cell.column + MOST_TABLE_CELLS);
        column += 1
      )
        places.set(`${row} ${column}`, cell);
  }
  return {
    number,
    rows,
    columns,
    unit,
    at: (row, column) => places.get(`${row} ${column}`),
  };
}

/** A span of more is a fault of the file. */
const MOST_TABLE_CELLS = 500;
