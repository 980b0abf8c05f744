import { columnName, columnNumber } from '../xlsx/cell-reference.ts';
import type { HeadColumn, TableHead } from './find-head.ts';
import { plainHeader } from './plain-header.ts';
import { type FieldId, ROSTER_COLUMNS, ROSTER_FIELDS, type RosterField } from './roster-fields.ts';
import type { RosterKind } from './roster-kind.ts';

/** Headers that the facts file gives for columns, by the field's name or one of its aliases. */
export type GivenColumns = ReadonlyMap<string, string>;

/** Which column holds which field. */
export interface ColumnMatch {
  readonly columns: ReadonlyMap<FieldId, HeadColumn>;
  /** Fields that two or more columns could hold. */
  readonly unclear: readonly { readonly field: FieldId; readonly columns: readonly HeadColumn[] }[];
  /** What `列` gives that is no field of the kind, or no header of the sheet. */
  readonly unknown: readonly { readonly key: string; readonly header?: string }[];
}

/** Finds the columns of a kind among the headers. What is given wins; a usual header wins over one that only may mean the field. */
export function matchColumns(
  head: TableHead,
  kind: RosterKind,
  given: GivenColumns = new Map(),
): ColumnMatch {
  const columns = new Map<FieldId, HeadColumn>();
  const unclear: { field: FieldId; columns: readonly HeadColumn[] }[] = [];
  const { chosen, unknown } = chooseGiven(head, kind, given);
  for (const [field, column] of chosen) columns.set(field, column);
  const taken = new Set(chosen.values());
  for (const isWeak of [false, true]) {
    for (const field of ROSTER_COLUMNS[kind].fields) {
      if (isMeasure(field) || columns.has(field) || unclear.some((each) => each.field === field)) continue;
      const found = candidates(head.columns, ROSTER_FIELDS[field], isWeak).filter(
        (column) => !taken.has(column),
      );
      const [first] = found;
      if (first === undefined) continue;
      if (found.length > 1) unclear.push({ field, columns: found });
      else {
        columns.set(field, first);
        taken.add(first);
      }
    }
  }
  return { columns, unclear, unknown };
}

/** Numbers of posts are in several columns, a category each; `post-columns.ts` tells them. */
export function isMeasure(field: FieldId): boolean {
  return field === 'authorized' || field === 'actual' || field === 'vacant';
}

/** Which field a name stands for in `列`: the field's own name, or any header that means it. */
export function fieldNamed(name: string, kind: RosterKind): FieldId | undefined {
  const wanted = plainHeader(name);
  return ROSTER_COLUMNS[kind].fields.find((id) => usualHeaders(ROSTER_FIELDS[id]).has(wanted));
}

function chooseGiven(head: TableHead, kind: RosterKind, given: GivenColumns) {
  const chosen = new Map<FieldId, HeadColumn>();
  const unknown: { key: string; header?: string }[] = [];
  for (const [key, header] of given) {
    const field = fieldNamed(key, kind);
    const column = headed(head.columns, header);
    if (field === undefined) unknown.push({ key });
    else if (column === undefined) unknown.push({ key, header });
    else chosen.set(field, column);
  }
  return { chosen, unknown };
}

/** The column with a header, or with a letter (`F`, `F列`); of two with one header the upper header may tell which. */
function headed(columns: readonly HeadColumn[], header: string): HeadColumn | undefined {
  const wanted = plainHeader(header);
  const byHeader =
    columns.find(({ leaf, parent }) => parent + leaf === wanted) ??
    columns.find(({ leaf }) => leaf === wanted);
  if (byHeader !== undefined) return byHeader;
  const letters = /^([A-Za-z]{1,3})列?$/.exec(header.trim())?.[1];
  return letters === undefined ? undefined : columns.find(({ column }) => column === columnNumber(letters));
}

function candidates(
  columns: readonly HeadColumn[],
  field: RosterField,
  isWeak: boolean,
): readonly HeadColumn[] {
  const headers = isWeak ? weakHeaders(field) : usualHeaders(field);
  const joined = columns.filter(({ leaf, parent }) => parent !== '' && headers.has(parent + leaf));
  if (joined.length > 0) return joined;
  const all = columns.filter(({ leaf }) => headers.has(leaf));
  if (all.length < 2) return all;
  // Below 入党介绍人 a 姓名 is another's; below 个人情况 or nothing it is the row's own.
  const own = all.filter(({ parent }) => parent === '' || /情况|信息|资料/u.test(parent));
  return own.length > 0 ? own : all;
}

const USUAL_HEADERS = new Map<RosterField, ReadonlySet<string>>();
const WEAK = new Map<RosterField, ReadonlySet<string>>();

/** Every header that surely means a field, plain. */
export function usualHeaders(field: RosterField): ReadonlySet<string> {
  return remembered(USUAL_HEADERS, field, [field.name, ...field.aliases]);
}

function weakHeaders(field: RosterField): ReadonlySet<string> {
  return remembered(WEAK, field, field.weak ?? []);
}

function remembered(
  known: Map<RosterField, ReadonlySet<string>>,
  field: RosterField,
  headers: readonly string[],
): ReadonlySet<string> {
  const before = known.get(field);
  if (before !== undefined) return before;
  const plain = new Set(headers.map(plainHeader));
  known.set(field, plain);
  return plain;
}

/** How much a match speaks for its kind; a header that only may mean a field says nothing. */
export function strengthOf({ columns, unclear }: ColumnMatch, kind: RosterKind): number {
  let strength = 0;
  for (const [field, { leaf, parent }] of columns) {
    const headers = usualHeaders(ROSTER_FIELDS[field]);
    const weight = (ROSTER_FIELDS[field] as RosterField).speaksFor[kind] ?? 0;
    if (headers.has(leaf) || headers.has(parent + leaf)) strength += weight;
  }
  for (const { field } of unclear) strength += (ROSTER_FIELDS[field] as RosterField).speaksFor[kind] ?? 0;
  return strength;
}

/** `C 列“文化程度”` */
export function describeColumn({ column, shown }: HeadColumn): string {
  return `${columnName(column)} 列“${shown}”`;
}
