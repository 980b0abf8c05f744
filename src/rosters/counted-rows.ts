import type { CellRange } from '../xlsx/cell-reference.ts';
import type { CellValue } from '../xlsx/cell-value.ts';
import type { HeadColumn } from './find-head.ts';
import { usualHeaders } from './match-columns.ts';
import { plainHeader } from './plain-header.ts';
import type { PostColumn } from './post-columns.ts';
import type { RosterRow } from './roster.ts';
import { type FieldId, ROSTER_FIELDS } from './roster-fields.ts';
import type { RosterKind } from './roster-kind.ts';
import { cellText, type RosterTable } from './table.ts';

interface RosterLayout {
  readonly kind: RosterKind;
  readonly lastHeadRow: number;
  readonly columns: ReadonlyMap<FieldId, HeadColumn>;
  readonly posts: readonly PostColumn[];
}

/** The rows after a head that are data: no totals, notes, repeated heads or empty rows. */
export function countedRows(table: RosterTable, layout: RosterLayout): RosterRow[] {
  const key = keyColumns(layout);
  const filled = fillMerged(table, layout);
  return filled.filter(({ values }) => {
    const texts = values.map(cellText);
    return (
      !isEmptyOrNote(texts) &&
      !isTotal(texts, key) &&
      !isRepeatedHead(texts, layout) &&
      hasKey(values, layout, key)
    );
  });
}

/** The columns by which a row is somebody or something: without a value in any of them it is none. */
function keyColumns({ kind, columns, posts }: RosterLayout): readonly number[] {
  const ids: readonly FieldId[] = KEYS[kind];
  const own = ids.flatMap((id) => columns.get(id)?.column ?? []);
  return own.length > 0 ? own : [Math.max(0, Math.min(...posts.map(({ column }) => column)) - 1)];
}

const KEYS: Readonly<Record<RosterKind, readonly FieldId[]>> = {
  党员: ['name', 'identity'],
  干部: ['name', 'identity'],
  村两委: ['name', 'identity'],
  党支部: ['branchName'],
  编制: ['postCategory', 'unit'],
  职数: ['postCategory', 'unit'],
  台账: ['measure', 'problem'],
};

/** One cell alone is a heading of a group or a note. */
function isEmptyOrNote(texts: readonly string[]): boolean {
  const written = texts.filter((text) => text !== '');
  return written.length < 2 || NOTE_ROW.test(written[0] ?? '');
}

const NOTE_ROW =
  /^(?:备?注|说明|填表说明|制表|填表|填报|审核|审批|复核|负责人|单位负责人|联系|电话|经办人|报送|打印|单位（?\(?盖章)[^，。]{0,6}[:：]|^注\s*\d|^(?:以上|以下)(?:共|合计)/u;

/** 小计, 合计 and the like are in the number's, the branch's or the name's column, perhaps after what they add up. */
function isTotal(texts: readonly string[], key: readonly number[]): boolean {
  const last = Math.max(...key);
  return texts
    .slice(0, last + 1)
    .some((text) => text.length <= 20 && TOTAL_ROW.test(text.replace(/\s/gu, '')));
}

const TOTAL_ROW =
  /^(?:本页|本支部|全乡|全镇|全县|其中)?.{0,12}(?:小计|合计|总计|共计|累计)(?:[:：]?\d+[人名个项]?)?[:：]?$|^(?:总数|总人数|共\d+[人名])$/u;

/** A head that is printed on each page, or a row that numbers the columns. */
function isRepeatedHead(texts: readonly string[], { columns }: RosterLayout): boolean {
  let same = 0;
  let written = 0;
  for (const [id, { column }] of columns) {
    const text = plainHeader(texts[column] ?? '');
    if (text === '') continue;
    written += 1;
    if (usualHeaders(ROSTER_FIELDS[id]).has(text)) same += 1;
  }
  if (same >= 2 && same * 2 > written) return true;
  const numbered = texts.filter((text) => text !== '');
  return (
    numbered.length >= 3 &&
    numbered.every(
      (text, at) =>
        text === '甲' ||
        text === '栏次' ||
        (at > 0 && isNext(numbered[at - 1], text)) ||
        (at === 0 && text === '1'),
    )
  );
}

function isNext(before: string | undefined, text: string): boolean {
  return (
    /^\d{1,2}$/.test(text) && Number(text) === (before === '甲' || before === '栏次' ? 1 : Number(before) + 1)
  );
}

/** A row of people without a name counts where a number says that somebody is meant; numbers of posts count with any. */
function hasKey(
  values: readonly (CellValue | undefined)[],
  { kind, posts }: RosterLayout,
  key: readonly number[],
): boolean {
  const hasPosts =
    (kind === '编制' || kind === '职数') && posts.some(({ column }) => values[column] !== undefined);
  return hasPosts || (posts.length === 0 && key.some((column) => cellText(values[column]) !== ''));
}

/**
 * What is merged over several rows (a branch, a village, a category) is said of each of them. Names are not: two rows of one name are one
 * person; numbers of posts are not: they would count twice.
 */
function fillMerged({ rows, merged }: RosterTable, layout: RosterLayout): RosterRow[] {
  const data = rows.filter(({ number }) => number > layout.lastHeadRow);
  const spread = mergedDown(merged, layout);
  if (spread.length === 0) return data;
  const byNumber = new Map(data.map((row) => [row.number, row]));
  const filled = new Map<number, (CellValue | undefined)[]>();
  for (const { firstRow, lastRow, firstColumn } of spread) {
    const value = byNumber.get(firstRow)?.values[firstColumn];
    if (value === undefined) continue;
    for (let number = firstRow + 1; number <= lastRow; number += 1) {
      const row = byNumber.get(number);
      if (row === undefined || row.values[firstColumn] !== undefined) continue;
      const values = filled.get(number) ?? [...row.values];
      values[firstColumn] = value;
      filled.set(number, values);
    }
  }
  return data.map((row) => {
    const values = filled.get(row.number);
    return values === undefined ? row : { number: row.number, values };
  });
}

function mergedDown(
  merged: readonly CellRange[],
  { columns, posts, lastHeadRow }: RosterLayout,
): CellRange[] {
  const whole = new Set(posts.map(({ column }) => column));
  for (const id of ['name', 'identity', 'measure'] as const) {
    const column = columns.get(id)?.column;
    if (column !== undefined) whole.add(column);
  }
  return merged.filter(
    ({ firstRow, lastRow, firstColumn }) =>
      firstRow > lastHeadRow &&
      lastRow > firstRow &&
      lastRow - firstRow < LONGEST_MERGE &&
      !whole.has(firstColumn),
  );
}

/** Rows; a merged cell over more is a mistake, and would cost its size. */
const LONGEST_MERGE = 5000;
