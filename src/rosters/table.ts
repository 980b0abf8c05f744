import { cellName, columnName } from '../xlsx/cell-reference.ts';
import type { CellValue } from '../xlsx/cell-value.ts';
import type { Sheet } from '../xlsx/sheet.ts';

/** A sheet of a workbook, or a CSV file, whose rows are its records. */
export interface RosterTable extends Sheet {
  /** The file as the facts file names it. */
  readonly file: string;
  /** Absent for a CSV file. */
  readonly name?: string;
  readonly isHidden: boolean;
}

/** How people call the place of something in a table: `党员名册.xlsx「党员」C5`, and of a CSV file `党员名册.csv C5`. */
export function tablePlace({ file, name }: Pick<RosterTable, 'file' | 'name'>, cells = ''): string {
  if (name !== undefined) return `${file}「${name}」${cells}`;
  return cells === '' ? file : `${file} ${cells}`;
}

/** `C5:C490`, or one cell. */
export function columnCells(column: number, first: number, last: number): string {
  const name = columnName(column);
  return first === last ? cellName(column, first) : `${name}${first}:${name}${last}`;
}

/** What a cell says, as people read it; empty for one that is empty or has no value. */
export function cellText(value: CellValue | undefined): string {
  switch (typeof value) {
    case 'undefined':
      return '';
    case 'string':
      return value.trim();
    case 'boolean':
      return value ? '是' : '否';
    case 'number':
      return String(value);
    default:
      return textOfObject(value);
  }
}

function textOfObject(value: Extract<CellValue, object>): string {
  if (value.kind === 'shown') return value.shown;
  if (value.kind === 'day') return `${value.year}-${value.month}-${value.day}`;
  return value.kind === 'error' ? value.code : '';
}
