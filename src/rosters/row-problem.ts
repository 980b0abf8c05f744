import { cellName } from '../xlsx/cell-reference.ts';
import type { Roster } from './roster.ts';
import type { FieldId } from './roster-fields.ts';
import type { RosterProblem } from './roster-problem.ts';
import { tablePlace } from './table.ts';

/** Something of one row that cannot be right. */
export type RowProblem = RosterProblem & { readonly rule: 'roster-row' };

/** `党员名册.xlsx「党员」第4行（樱半夏）：…`, at the first of the columns that it speaks of. */
export function rowProblem(
  roster: Pick<Roster, 'file' | 'sheet' | 'columns'>,
  { row, name }: { readonly row: number; readonly name: string },
  message: string,
  hint: string,
  fields: readonly FieldId[],
): RowProblem {
  const column = fields.map((field) => roster.columns.get(field)).find((each) => each !== undefined) ?? 0;
  const place = tablePlace(
    { file: roster.file, ...(roster.sheet !== undefined && { name: roster.sheet }) },
    `第${row}行`,
  );
  return {
    rule: 'roster-row',
    severity: 'warning',
    message: `${place}${name === '' ? '' : `（${name}）`}：${message}`,
    hint,
    file: roster.file,
    ...(roster.sheet !== undefined && { sheet: roster.sheet }),
    cells: cellName(column, row),
  };
}
