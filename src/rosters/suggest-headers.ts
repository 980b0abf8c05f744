import { nearestWord } from '../facts/suggest.ts';
import type { HeadColumn, TableHead } from './find-head.ts';
import { type ColumnMatch, describeColumn, isMeasure, usualHeaders } from './match-columns.ts';
import { type FieldId, ROSTER_COLUMNS, ROSTER_FIELDS } from './roster-fields.ts';
import type { RosterKind } from './roster-kind.ts';
import { type RosterProblem, warn } from './roster-problem.ts';
import { type RosterTable, tablePlace } from './table.ts';

/** Headers that are nearly those of a column that is missing: said, for the column would go uncounted without a word. */
export function suggestHeaders(
  kind: RosterKind,
  table: RosterTable,
  head: TableHead,
  match: ColumnMatch,
): RosterProblem[] {
  const used = new Set([...match.columns.values(), ...match.unclear.flatMap(({ columns }) => columns)]);
  const free = head.columns.filter((column) => !used.has(column));
  return ROSTER_COLUMNS[kind].fields.flatMap((id) => {
    if (isMeasure(id) || match.columns.has(id) || match.unclear.some(({ field }) => field === id)) return [];
    const column = free.find(({ leaf }) => isNearly(leaf, id));
    if (column === undefined) return [];
    const { name } = ROSTER_FIELDS[id];
    return warn(
      `${tablePlace(table, describeColumn(column))}没有认出来，您是不是想写“${name}”？`,
      `请改正表头，或者在“名册”这一项里写 列: {${name}: ${column.shown}}；不是的话可以不管。`,
      table.name === undefined ? {} : { sheet: table.name },
    );
  });
}

/** A header of a head in which a kind was looked for in vain, and the field that it nearly names. */
export function nearlyNamed(columns: readonly HeadColumn[], id: FieldId): HeadColumn | undefined {
  return columns.find(({ leaf }) => isNearly(leaf, id));
}

/** One character of three or more is wrong, missing or too many; what is the header of something else is not near anything. */
function isNearly(leaf: string, id: FieldId): boolean {
  if (leaf.length < (id === 'name' ? 2 : 3) || OTHER_HEADERS.has(leaf) || isUsualElsewhere(leaf))
    return false;
  const near = nearestWord(leaf, usualHeaders(ROSTER_FIELDS[id]));
  return near !== undefined && Math.abs(near.length - leaf.length) <= 1 && headerDifferences(leaf, near) <= 1;
}

function isUsualElsewhere(leaf: string): boolean {
  return Object.values(ROSTER_FIELDS).some((field) => usualHeaders(field).has(leaf));
}

/** Characters that differ, of words that are as long as each other or one longer. */
function headerDifferences(a: string, b: string): number {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end;
}

/** Headers of rosters that are near those that are read, and are something else. */
const OTHER_HEADERS: ReadonlySet<string> = new Set(
  '入团时间 入团日期 入职时间 入职日期 入学时间 学位 籍贯 出生地 出生地点 党内职务 党员编号 党员电话 党员教育 党费 任职文号 任免时间 任职情况 退休时间 转出时间 转入时间 转入日期 转出日期 入库时间 入伍时间 序号 备注 年龄'.split(
    ' ',
  ),
);
