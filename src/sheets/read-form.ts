import { type RosterProblem, refuseSource } from '../rosters/roster-problem.ts';
import { cellText, type RosterTable, tablePlace } from '../rosters/table.ts';
import { cellName } from '../xlsx/cell-reference.ts';
import type { CellValue } from '../xlsx/cell-value.ts';
import { FORM_HEAD, FORM_OF } from './form-workbook.ts';
import { openReturned } from './open-returned.ts';

/** A row of a form in which something was filled in. */
export interface FilledRow {
  /** The fact's path; empty where the row has none. */
  readonly path: string;
  /** What the form calls the fact. */
  readonly label: string;
  readonly value: CellValue;
  /** `填报表.xlsx「数字」C5` */
  readonly place: string;
}

export interface FilledForm {
  readonly file: string;
  /** The unit that it is about; empty where it says none. */
  readonly unit: string;
  readonly rows: readonly FilledRow[];
  readonly problems: readonly RosterProblem[];
}

/** Reads a form that `report form` wrote and somebody filled in, whatever program saved it. Rows that were left empty are not among its rows. */
export async function readForm(bytes: Uint8Array, file: string): Promise<FilledForm> {
  const tables = await openReturned(bytes, file);
  if ('rule' in tables) return { file, unit: '', rows: [], problems: [tables] };
  const heads = tables.flatMap((table) => formHead(table) ?? []);
  if (heads.length === 0) return { file, unit: '', rows: [], problems: [noForm(file)] };
  const unit = heads.map(unitAbove).find((name) => name !== '') ?? '';
  return { file, unit, rows: heads.flatMap(answeredRows), problems: [] };
}

function noForm(file: string): RosterProblem {
  return refuseSource(
    `${file} 里没有认出填报表：没有一行表头有“填写”和“编号”`,
    '--take 后面写 report form 生成、填好了的 .xlsx；表头那一行不要改。',
  );
}

interface FormHead {
  readonly table: RosterTable;
  readonly row: number;
  readonly label: number;
  readonly input: number;
  readonly path: number;
}

const [, LABEL, INPUT, , , PATH] = FORM_HEAD;

function formHead(table: RosterTable): FormHead | undefined {
  for (const { number, values } of table.rows.slice(0, MOST_HEAD_ROWS)) {
    const texts = Array.from(values, cellText);
    const [label, input, path] = [LABEL, INPUT, PATH].map((name) => texts.indexOf(name));
    if (label === undefined || input === undefined || path === undefined) continue;
    if (input !== -1 && path !== -1) return { table, row: number, label, input, path };
  }
  return undefined;
}

const MOST_HEAD_ROWS = 20;

function unitAbove({ table, row }: FormHead): string {
  const above = table.rows.filter(({ number }) => number < row).flatMap(({ values }) => values.map(cellText));
  return (
    above
      .find((text) => text.startsWith(FORM_OF))
      ?.slice(FORM_OF.length)
      .trim() ?? ''
  );
}

function answeredRows({ table, row, label, input, path }: FormHead): FilledRow[] {
  return table.rows.flatMap(({ number, values }) => {
    const value = values[input];
    if (number <= row || value === undefined || (typeof value === 'string' && value.trim() === '')) return [];
    return {
      path: cellText(values[path]),
      label: cellText(values[label]),
      value,
      place: tablePlace(table, cellName(input, number)),
    };
  });
}
