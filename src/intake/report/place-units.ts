import { VOCABULARY } from '../../facts/vocabulary.ts';
import { DraftRecord } from '../facts-draft.ts';

/** Takes a county's units out of an attached table of them: one a row, kinds from the 小计 under them. A table of another kind says nothing. */
export function placeUnits(draft: DraftRecord, rows: readonly (readonly string[])[]): void {
  const head = rows.findIndex(([first]) => first === '单位');
  const fields = (rows[head] ?? []).map((title) => UNIT_FIELDS.get(title.replace(/（.*）$/u, '')));
  if (head === -1 || fields.filter((field) => field !== undefined).length < LEAST_COLUMNS) return;
  let open: DraftRecord[] = [];
  for (const cells of rows.slice(head + 1)) {
    const name = cells[0] ?? '';
    const kind = /^(.+)小计$/u.exec(name)?.[1];
    if (kind !== undefined) {
      for (const unit of open) unit.set('kind', kind);
      open = [];
    } else if (name !== '合计' && name !== '') {
      const unit = new DraftRecord();
      for (const [at, field] of fields.entries()) {
        const text = cells[at] ?? '';
        if (field !== undefined && text !== '') unit.set(field, text);
      }
      draft.list('units').push(unit);
      open.push(unit);
    }
  }
}

const LEAST_COLUMNS = 3;

const UNIT_FIELDS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(VOCABULARY.units.item).map(([name, { zh }]) => [zh, name] as const),
  ['单位', 'name'],
  ['已完成措施', 'done'],
]);
