import { quoteCell } from '../rosters/quote.ts';
import { readRecognised, recogniseRosters } from '../rosters/recognise.ts';
import type { Roster, RosterRow } from '../rosters/roster.ts';
import { type FieldId, ROSTER_FIELDS } from '../rosters/roster-fields.ts';
import { type RosterProblem, refuseSource } from '../rosters/roster-problem.ts';
import { cellText, type RosterTable, tablePlace } from '../rosters/table.ts';
import { cellName } from '../xlsx/cell-reference.ts';
import type { CellValue } from '../xlsx/cell-value.ts';
import { readStub, type Stub } from './fillable.ts';
import { openReturned } from './open-returned.ts';

/** A row of a ledger that came back. */
export interface ReturnedRow {
  readonly file: string;
  readonly sheet?: string;
  /** As the spreadsheet program shows it, from 1. */
  readonly number: number;
  /** The unit that the row, or what is above the table, names; empty where neither does. */
  readonly unit: string;
  /** 编号 of the measure; empty without. */
  readonly id: string;
  /** What 整改措施 says. */
  readonly measure: string;
  /** What the program had written in it; absent where it is lost. */
  readonly stub?: Stub;
  hasColumn(field: FieldId): boolean;
  /** What a cell holds; undefined for one that is empty, or a column that is not there. */
  cell(field: FieldId): CellValue | undefined;
  /** `台账.xlsx「整改台账」J5` */
  placeOf(field: FieldId): string;
}

export interface Returned {
  readonly rows: readonly ReturnedRow[];
  /** With one that is an error there are no rows. */
  readonly problems: readonly RosterProblem[];
}

/**
 * Reads a ledger that `report ledger` wrote and people filled in: an .xlsx saved by whatever program, or its table as CSV. Sheets that are no
 * ledger are passed over; columns and rows may have been moved.
 */
export async function readReturned(bytes: Uint8Array, file: string): Promise<Returned> {
  const tables = await openReturned(bytes, file);
  if ('rule' in tables) return { rows: [], problems: [tables] };
  const found = tables.flatMap((table) => recogniseRosters(table, { kind: '台账' }).slice(0, 1));
  if (found.length === 0) return { rows: [], problems: [noLedger(file, tables)] };
  const ledgers = found.map((each) => readRecognised(each));
  const problems = ledgers
    .flatMap((each) => each.problems)
    .filter(({ severity }) => severity === 'error')
    .map((problem) => (problem.hint.includes('“名册”') ? { ...problem, hint: ONE_COLUMN } : problem));
  return { rows: problems.length > 0 ? [] : ledgers.flatMap(returnedRows), problems };
}

const ONE_COLUMN = '请只留下 report ledger 写的那一列，自己加的列换一个表头。';

function noLedger(file: string, tables: readonly RosterTable[]): RosterProblem {
  const sheets = tables.map((table) => tablePlace(table)).join('、');
  return refuseSource(
    `${sheets === '' ? file : sheets}的前20行里没有认出台账的表头（至少要有“${ROSTER_FIELDS.measure.name}”）`,
    '--take 后面写 report ledger 生成、填好了的 .xlsx；表头那一行不要删。',
  );
}

function returnedRows(roster: Roster): ReturnedRow[] {
  const named = /填报单位[:：]\s*([^\s，,（(]+)/u.exec(roster.title)?.[1] ?? '';
  const above = /^\d+个$/.test(named) ? '' : named;
  return roster.rows.map((row) => returnedRow(roster, row, above));
}

function returnedRow(roster: Roster, { number, values }: RosterRow, unitAbove: string): ReturnedRow {
  const { file, sheet, columns } = roster;
  const cell = (field: FieldId) => values[columns.get(field) ?? -1];
  const text = (field: FieldId) => cellText(cell(field));
  const stub = readStub(text('stub'));
  const table = { file, ...(sheet !== undefined && { name: sheet }) };
  return {
    file,
    ...(sheet !== undefined && { sheet }),
    number,
    unit: text('unit').replace(/\s/gu, '') || unitAbove,
    id: columns.has('measureId') ? text('measureId') : '',
    measure: text('measure'),
    ...(stub !== undefined && { stub }),
    hasColumn: (field) => columns.has(field),
    cell,
    placeOf: (field) => {
      const column = columns.get(field);
      return tablePlace(table, column === undefined ? `第${number}行` : cellName(column, number));
    },
  };
}

/** How a message calls a row: `台账.xlsx「整改台账」第5行“健全后备干部培养机制”`. */
export function describeRow({ file, sheet, number, measure }: ReturnedRow): string {
  const place = tablePlace({ file, ...(sheet !== undefined && { name: sheet }) }, `第${number}行`);
  return measure === '' ? place : `${place}“${quoteCell(measure, 20)}”`;
}
