import type { Range, SheetPlace } from './diagnostic.ts';

/** The rows and columns of `C5:C490` as lines and columns, both from 1, the end's column the one after; A1 for no cells. */
export function rangeOfCells(cells = 'A1'): Range {
  const [first = 'A1', last = first] = cells.split(':');
  const start = rowAndColumn(first);
  const end = rowAndColumn(last);
  return { start, end: { line: end.line, column: end.column + 1 } };
}

function rowAndColumn(name: string) {
  const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { line: Number(row), column };
}

/** How people call a place of a spreadsheet, after the file's name: `「党员」C5:C490`, in a CSV file ` C5:C490`; empty for the whole file. */
export function describeSheetPlace({ sheet, cells = '' }: Partial<SheetPlace>): string {
  if (sheet !== undefined) return `「${sheet}」${cells}`;
  return cells === '' ? '' : ` ${cells}`;
}

/** Whether a place is one of a spreadsheet, whose lines nobody can quote. */
export function isInSheet({ sheet, cells }: Partial<SheetPlace>): boolean {
  return sheet !== undefined || cells !== undefined;
}
