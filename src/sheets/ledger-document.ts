import type { Document, Inline, TableCell, TableRow } from '../document/tree.ts';
import { type CalendarDate, formatDate } from '../facts/dates.ts';
import type { Ledger, LedgerRow } from './ledger.ts';
import {
  describeLedger,
  type LedgerColumn,
  type LedgerValue,
  ledgerColumns,
  ledgerTotalsLine,
  leftOutLine,
} from './ledger-columns.ts';

export const LEDGER_TITLE = '整改台账';

/** The ledger as a document of its own, on pages laid on their side. */
export function ledgerDocument(ledger: Ledger): Document {
  return documentWithRows(ledger, [...ledgerRowGroups(ledger)].flat());
}

/** The document with other rows in its table. */
export function documentWithRows(ledger: Ledger, rows: readonly TableRow[]): Document {
  const columns = ledgerColumns(ledger);
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return {
    title: inlinesOf(LEDGER_TITLE),
    subtitle: [],
    body: [
      {
        type: 'table',
        legend: describeLedger(ledger).map(inlinesOf),
        columns: columns.map(({ width }) => width / whole),
        rows,
      },
    ],
    signature: {},
    attachments: [],
    orientation: 'landscape',
    isDraft: false,
  };
}

/** The rows of its table: its head, those of each problem together, its foot. No cell reaches out of its group. */
export function* ledgerRowGroups(ledger: Ledger): Generator<readonly TableRow[]> {
  const columns = ledgerColumns(ledger);
  yield [{ isHeader: true, cells: columns.map(({ title }) => ledgerCell(inlinesOf(title), 'center')) }];
  let group: TableRow[] = [];
  for (const row of ledger.rows) {
    group.push(tableRow(row, columns));
    if (row.index + 1 < row.count) continue;
    yield group;
    group = [];
  }
  yield [
    { isHeader: false, cells: totalCells(ledger, columns.length) },
    ...leftOutLedgerRow(ledger, columns.length),
  ];
}

function tableRow(row: LedgerRow, columns: readonly LedgerColumn[]): TableRow {
  const own = columns.filter(({ isShared }) => !isShared || row.index === 0);
  return {
    isHeader: false,
    cells: own.map((column) => {
      const text = inlinesOf(printedValue(column.value(row)));
      const children: readonly Inline[] = column.isMarked?.(row)
        ? [{ type: 'strong', children: text }]
        : text;
      return { ...ledgerCell(children, column.align), rowSpan: column.isShared ? row.count : 1 };
    }),
  };
}

function totalCells(ledger: Ledger, columns: number): readonly TableCell[] {
  const label = ledger.units.length + ledger.leftOut.length > 1 ? 2 : 1;
  return [
    { ...ledgerCell(inlinesOf('合计'), 'center'), columnSpan: label },
    { ...ledgerCell(inlinesOf(ledgerTotalsLine(ledger)), 'left'), columnSpan: columns - label },
  ];
}

/** Which units are not in it, in a row over all columns. */
function leftOutLedgerRow(ledger: Ledger, columns: number): readonly TableRow[] {
  const text = leftOutLine(ledger);
  return text === ''
    ? []
    : [{ isHeader: false, cells: [{ ...ledgerCell(inlinesOf(text), 'left'), columnSpan: columns }] }];
}

function ledgerCell(children: readonly Inline[], align: TableCell['align']): TableCell {
  return { children, columnSpan: 1, rowSpan: 1, align };
}

function inlinesOf(text: string): readonly Inline[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

function printedValue(value: LedgerValue): string {
  return typeof value === 'object' ? formatDate(value as CalendarDate) : String(value);
}
