import type { SheetData } from 'write-excel-file/universal';
import writeExcelFile from 'write-excel-file/universal';
import { LABELS } from '../bytes/label.ts';
import { displayWidth } from '../diagnostics/display-width.ts';
import { type CalendarDate, formatDate, lastDay } from '../facts/dates.ts';
import { openArchive } from '../ooxml/archive.ts';
import { OoxmlFault } from '../ooxml/ooxml-fault.ts';
import { closeArchive, EMPTY_HEAD, makeEntry } from '../ooxml/zip.ts';
import type { Ledger, LedgerRow } from './ledger.ts';
import {
  describeLedger,
  ledgerTotalsLine,
  leftOutLine,
  type SheetColumn,
  sheetColumns,
} from './ledger-columns.ts';
import { LEDGER_TITLE } from './ledger-document.ts';
import { printSetup } from './print-setup.ts';

/** Points: room for three lines of units that are not in it. */
const LEFT_OUT_HEIGHT = 42;

/** The rows above the data: the title, who reports, the header. */
const LEDGER_HEAD_ROWS = 3;

/**
 * The ledger as a workbook of one sheet: dates are dates, every row stands for itself so that it can be filtered, the header
 * stays in view and is repeated in print. Same ledger, same bytes; the archive carries our fingerprint.
 */
export async function ledgerSheet(ledger: Ledger): Promise<Uint8Array> {
  const columns = sheetColumns(ledger);
  const leftOut = leftOutLine(ledger);
  const widths = sheetWidths(columns);
  const data: SheetData = [
    [{ value: LEDGER_TITLE, ...TITLE_CELL, columnSpan: columns.length }],
    [{ value: describeLedger(ledger).join('　　'), columnSpan: columns.length }],
    columns.map(({ title }) => ({ value: title, ...FRAME, align: 'center', fontWeight: 'bold', height: 30 })),
    ...Array.from(ledger.rows, (row) => sheetRow(row, columns, widths)),
    [],
    [{ value: ledgerTotalsLine(ledger), columnSpan: columns.length, fontWeight: 'bold' }],
    ...(leftOut === ''
      ? []
      : [[{ value: leftOut, columnSpan: columns.length, wrap: true, height: LEFT_OUT_HEIGHT }]]),
  ];
  const blob = await writeExcelFile(
    data,
    {
      sheet: LEDGER_TITLE,
      orientation: 'landscape',
      stickyRowsCount: LEDGER_HEAD_ROWS,
      columns: widths.map((width) => ({ width })),
    },
    {
      fontFamily: '宋体',
      fontSize: 10,
      features: [
        printSetup({
          sheet: LEDGER_TITLE,
          columns: columns.length,
          headRow: LEDGER_HEAD_ROWS,
          lastDataRow: LEDGER_HEAD_ROWS + ledger.rows.length,
          lastRow: data.length,
          hidden: columns.flatMap(({ isHidden }, index) => (isHidden ? index + 1 : [])),
          choices: columns.flatMap(({ choices = [] }, index) =>
            choices.length === 0 ? [] : { column: index + 1, choices },
          ),
        }),
      ],
    },
  ).toBlob();
  return repack(new Uint8Array(await blob.arrayBuffer()));
}

/** Of all columns together, in characters. */
const SHEET_WIDTH = 190;

const TITLE_CELL = { align: 'center', fontSize: 18, fontWeight: 'bold', height: 30 } as const;
const FRAME = { borderStyle: 'thin', wrap: true, alignVertical: 'center' } as const;

/** In characters of half an em. */
function sheetWidths(columns: readonly SheetColumn[]): readonly number[] {
  const whole = columns.reduce((sum, { width, isHidden }) => sum + (isHidden ? 0 : width), 0);
  return columns.map(({ width }) => Math.max(6, Math.round((width / whole) * SHEET_WIDTH)));
}

/** Programs do not agree on heights that nobody set; each row is made as high as its fullest cell. */
function sheetRow(
  row: LedgerRow,
  columns: readonly SheetColumn[],
  widths: readonly number[],
): SheetData[number] {
  const lines = columns.map((column, index) => {
    if (column.isHidden) return 1;
    const value = column.value(row);
    const text = typeof value === 'object' ? formatDate(value) : String(value);
    return Math.ceil(displayWidth(text) / Math.max(1, (widths[index] ?? 0) - CELL_MARGIN));
  });
  const height = Math.min(TALLEST_ROW, Math.max(1, ...lines) * SHEET_LINE_HEIGHT + 6);
  return columns.map((column) => ({ ...sheetCell(row, column), height }));
}

/** Points; no program takes a row that is higher than the last. */
const SHEET_LINE_HEIGHT = 13.5;
const TALLEST_ROW = 409;
/** Characters that a cell's edges take. */
const CELL_MARGIN = 2;

function sheetCell(row: LedgerRow, column: SheetColumn) {
  const style = {
    ...FRAME,
    align: column.align,
    ...(column.isMarked?.(row) && ({ fontWeight: 'bold', textColor: '#C00000' } as const)),
  };
  const value = column.value(row);
  if (typeof value === 'object') return { ...style, ...datedCell(value) };
  if (value === '') return style;
  return typeof value === 'number' ? { ...style, value } : { ...style, value, type: String };
}

/** A month stands for its last day, which is when it is over, and shows as a month. */
function datedCell(date: CalendarDate): { readonly value: Date; readonly format: string } {
  return {
    value: new Date(lastDay(date)),
    format: date.day === undefined ? 'yyyy"年"m"月"' : 'yyyy"年"m"月"d"日"',
  };
}

/** Packs the workbook again with fixed times and the fingerprint. */
function repack(workbook: Uint8Array): Uint8Array {
  const archive = openArchive(workbook);
  if (archive instanceof OoxmlFault) throw new Error(`the workbook just made: ${archive.kind}`);
  const entries = archive.names.map((name) => {
    const bytes = archive.read(name);
    if (bytes instanceof OoxmlFault) throw new Error(`${name} of the workbook just made: ${bytes.kind}`);
    return makeEntry(name, bytes.toString(), 'once');
  });
  return closeArchive(EMPTY_HEAD, entries, LABELS.final);
}
