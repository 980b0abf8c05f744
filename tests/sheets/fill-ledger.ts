import { openTables } from '../../src/rosters/open-tables.ts';
import type { CellValue } from '../../src/xlsx/cell-value.ts';
import { makeWorkbook, type TestCell } from '../xlsx/make-workbook.ts';

/** A ledger's sheet as rows of cells by their headers: what people move, delete and fill in. */
export interface FilledLedger {
  readonly head: readonly string[];
  readonly rows: Record<string, TestCell>[];
  readonly above: string[];
  readonly below: string[];
}

/** Takes a ledger that the program wrote apart. */
export async function openLedger(bytes: Uint8Array): Promise<FilledLedger> {
  const tables = await openTables(bytes, { file: '' });
  const [table] = 'rule' in tables ? [] : tables;
  const all = (table?.rows ?? []).map(({ values }) => values.map(cellOf));
  const at = all.findIndex((cells) => cells.includes('整改措施'));
  const head = (all[at] ?? []).map(String);
  const data = all.slice(at + 1).filter((cells) => cells.length > 3);
  return {
    head,
    above: all.slice(0, at).map(([text]) => String(text ?? '')),
    rows: data.map((cells) => Object.fromEntries(head.map((name, column) => [name, cells[column]]))),
    below: all.slice(at + 1 + data.length).map(([text]) => String(text ?? '')),
  };
}

/** Puts it together again as another program would: inline strings, formats of its own. */
export function saveLedger({ head, rows, above, below }: FilledLedger, columns = head): Buffer {
  return makeWorkbook({
    sheets: {
      整改台账: {
        rows: [
          ...above.map((text) => [text]),
          columns,
          ...rows.map((row) => columns.map((name) => row[name])),
          ...below.map((text) => [text]),
        ],
      },
    },
    formats: ['yyyy"年"m"月"d"日"', 'yyyy"年"m"月"'],
  });
}

/** A day, or a month, as a cell that a sheet can reckon with. */
export function dayCell(year: number, month: number, day: number, isMonth = false): TestCell {
  const serial = Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
  return { xml: `<c @ s="${isMonth ? 2 : 1}"><v>${serial}</v></c>` };
}

function cellOf(value: CellValue | undefined): TestCell {
  if (value === undefined || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'object' && value.kind === 'day') {
    return dayCell(value.year, value.month, value.day, value.isMonth === true);
  }
  throw new Error(`a ledger has no ${JSON.stringify(value)}`);
}
