import { cellName } from '../xlsx/cell-reference.ts';
import { isReadable } from '../xlsx/cell-value.ts';
import { countedRows } from './counted-rows.ts';
import { possibleHeads, type TableHead, titlesAbove } from './find-head.ts';
import { groupBy } from './group-by.ts';
import {
  type ColumnMatch,
  describeColumn,
  type GivenColumns,
  matchColumns,
  strengthOf,
} from './match-columns.ts';
import { type PostColumn, postColumnsOf } from './post-columns.ts';
import type { Roster, RosterRow } from './roster.ts';
import { type FieldId, ROSTER_COLUMNS, ROSTER_FIELDS } from './roster-fields.ts';
import { ROSTER_KINDS, type RosterKind } from './roster-kind.ts';
import { type RosterProblem, refuseSource, warn } from './roster-problem.ts';
import { suggestHeaders } from './suggest-headers.ts';
import { cellText, type RosterTable, tablePlace } from './table.ts';

export interface RecogniseOptions {
  readonly kind?: RosterKind | undefined;
  readonly columns?: GivenColumns | undefined;
}

/** What a table is taken for, before its rows are read. */
export interface Recognised {
  readonly kind: RosterKind;
  readonly table: RosterTable;
  readonly head: TableHead;
  readonly match: ColumnMatch;
  readonly posts: readonly PostColumn[];
  readonly strength: number;
}

/**
 * The kinds of roster that a table is: none, one, or 编制 and 职数 side by side. The head that speaks most for a kind is taken; two kinds
 * that are equally likely are both given, and the caller says so.
 */
export function recogniseRosters(table: RosterTable, options: RecogniseOptions): Recognised[] {
  const kinds = options.kind === undefined ? ROSTER_KINDS : [options.kind];
  const all = possibleHeads(table).flatMap((head) =>
    kinds.flatMap((kind) => recogniseAs(kind, table, head, options) ?? []),
  );
  const best = Math.max(...all.map(({ strength }) => strength));
  const [first] = all.filter(({ strength }) => strength === best);
  if (first === undefined || (options.kind === undefined && first.strength < LEAST_SCORE)) return [];
  const rivals = all.filter(
    ({ kind, strength, head }) => kind !== first.kind && head === first.head && strength > best - SURE_MARGIN,
  );
  const other = all.find(
    ({ kind, head, posts }) =>
      head === first.head &&
      kind !== first.kind &&
      arePosts(kind, first.kind) &&
      posts.every((post) => post.kind !== undefined),
  );
  if (other !== undefined && first.posts.every((post) => post.kind !== undefined)) return [first, other];
  return [first, ...rivals];
}

/** A name and one thing more that only this kind has. */
const LEAST_SCORE = 4;
/** Kinds nearer than this are as likely. */
const SURE_MARGIN = 1;

function arePosts(a: RosterKind, b: RosterKind): boolean {
  return (a === '编制' && b === '职数') || (a === '职数' && b === '编制');
}

function recogniseAs(
  kind: RosterKind,
  table: RosterTable,
  head: TableHead,
  { columns: given }: RecogniseOptions,
): Recognised | undefined {
  const match = matchColumns(head, kind, given);
  const isPosts = kind === '编制' || kind === '职数';
  const posts = isPosts ? postColumnsFor(kind, head, match) : [];
  const has = (field: FieldId) =>
    isPosts && (field === 'authorized' || field === 'actual')
      ? posts.some(({ measure }) => measure === field)
      : match.columns.has(field) || match.unclear.some((each) => each.field === field);
  if (!ROSTER_COLUMNS[kind].needs.every(has)) return undefined;
  const own = isPosts ? strengthOfPosts(kind, posts) : strengthOf(match, kind);
  const titles = `${table.file} ${table.name ?? ''} ${titlesAbove(table, head.lastRow - 1)}`;
  const said = isPosts ? `${titles} ${titlesAbove(table, head.lastRow + FIRST_ROWS)}` : titles;
  const told = ROSTER_TITLES[kind].test(said) ? SURE : 0;
  const hinted = (kind === '编制' || kind === '职数') && CATEGORIES[kind].test(said) ? SURE / 2 : 0;
  return { kind, table, head, match, posts, strength: own + Math.max(told, hinted) };
}

/** The more columns, the lower in the head is the row: 核定 alone stands over 行政 and 事业. */
function strengthOfPosts(kind: RosterKind, posts: readonly PostColumn[]): number {
  return 6 + posts.length / 10 + (posts.some((post) => post.kind === kind) ? 2 : 0);
}

/** Columns given in `列` count as they are given; of the others those that are not the other kind's. */
function postColumnsFor(kind: RosterKind, head: TableHead, { columns }: ColumnMatch): PostColumn[] {
  const given = (['authorized', 'actual', 'vacant'] as const).flatMap((measure) => {
    const column = columns.get(measure)?.column;
    return column === undefined ? [] : [{ column, measure, category: '', kind: undefined }];
  });
  const found = postColumnsOf(head.columns).filter((post) => post.kind === undefined || post.kind === kind);
  const hasCategories = found.some(({ category }) => category !== '');
  return hasCategories || given.length === 0 ? found : given;
}

/** Rows whose labels (正科级, 行政编制) may tell 编制 from 职数, which have the same columns. */
const FIRST_ROWS = 5;

/** What a title adds that names the kind; categories that only one of the two has add half of it. */
const SURE = 3;

const CATEGORIES = { 编制: /行政|事业|工勤/u, 职数: /实配|[正副]?[县处科股]级/u } as const;

const ROSTER_TITLES: Readonly<Record<RosterKind, RegExp>> = {
  党员: /党员/u,
  干部: /干部|班子成员|机关人员/u,
  编制: /编制|用编/u,
  职数: /职数/u,
  村两委: /两委|村干部/u,
  党支部: /党支部(?:名册|一览|情况|设置|花名册)|党组织(?:名册|一览|情况|设置)|支部(?:名册|一览)/u,
  台账: /台账|整改清单|措施清单|任务清单/u,
};

/** Reads the rows of what was recognised, and says what is in the way. */
export function readRecognised({ kind, table, head, match, posts }: Recognised): Roster {
  const layout = { kind, lastHeadRow: head.lastRow, columns: match.columns, posts };
  const rows = countedRows(table, layout);
  const columns = new Map([...match.columns].map(([id, { column }]) => [id, column]));
  const problems = [
    ...unclearColumns(kind, table, { match, head, posts }),
    ...unknownColumns(kind, table, head, match),
    ...unreadableCells(table, rows, [...columns.values(), ...posts.map(({ column }) => column)]),
    ...(table.name === undefined ? longRows(table, head, rows) : []),
    ...(rows.length === 0 ? [noRows(kind, table, head)] : []),
    ...suggestHeaders(kind, table, head, match),
  ];
  const isRefused = problems.some(({ severity }) => severity === 'error');
  return {
    kind,
    file: table.file,
    ...(table.name !== undefined && { sheet: table.name }),
    columns,
    posts,
    title: titlesAbove(table, head.lastRow),
    rows: isRefused ? [] : rows,
    problems,
  };
}

/** Columns that tell a kind but are not counted: which of two is meant does not matter. */
const UNCOUNTED: Partial<Readonly<Record<RosterKind, readonly FieldId[]>>> = {
  干部: ['nation', 'education', 'duty', 'rank', 'dutySince', 'joined'],
  村两委: ['nation', 'sex', 'education', 'village', 'dutySince'],
  党支部: ['secretary', 'bothPosts'],
  编制: ['unit'],
  职数: ['unit'],
};

function unclearColumns(
  kind: RosterKind,
  table: RosterTable,
  { match, head, posts }: Pick<Recognised, 'match' | 'head' | 'posts'>,
): RosterProblem[] {
  const unclear = match.unclear.filter(({ field }) => !UNCOUNTED[kind]?.includes(field));
  return [...unclear, ...unclearPosts(head, posts)].map(({ field, columns }) => {
    const { name } = ROSTER_FIELDS[field];
    const described = columns.map(describeColumn).join('、');
    return refuseSource(
      `${tablePlace(table, described)}都可能是${kind}名册的“${name}”`,
      `请在“名册”这一项里写明用哪一列，例如 列: {${name}: ${columns[0]?.shown ?? ''}}。`,
      sheetOf(table),
    );
  });
}

/** Two columns that count the same of one category. */
function unclearPosts({ columns }: TableHead, posts: readonly PostColumn[]): ColumnMatch['unclear'] {
  const groups = groupBy(posts, ({ measure, category }) => `${measure} ${category}`);
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      field: group[0]?.measure ?? 'actual',
      columns: columns.filter(({ column }) => group.some((post) => post.column === column)),
    }));
}

function unknownColumns(
  kind: RosterKind,
  table: RosterTable,
  head: TableHead,
  { unknown }: ColumnMatch,
): RosterProblem[] {
  return unknown.map(({ key, header }) =>
    header === undefined
      ? refuseSource(
          `“列”里的“${key}”不是${kind}名册的列`,
          `可以写：${ROSTER_COLUMNS[kind].fields.map((id) => ROSTER_FIELDS[id].name).join('、')}。`,
          sheetOf(table),
        )
      : refuseSource(
          `${tablePlace(table)}的表头里没有“${header}”（“列”里写给“${key}”的）`,
          `第${head.lastRow}行的表头是：${head.columns.map(({ shown }) => shown).join('、')}。`,
          sheetOf(table),
        ),
  );
}

/** In a CSV file a row that is longer than the head has a comma too many, and everything after it is in the wrong column. */
function longRows(table: RosterTable, head: TableHead, rows: readonly RosterRow[]): RosterProblem[] {
  const width = table.rows.find(({ number }) => number === head.lastRow)?.values.length ?? 0;
  const long = rows.find(({ values }) => values.slice(width).some((value) => value !== undefined));
  if (long === undefined) return [];
  const cells = cellName(width, long.number);
  return [
    refuseSource(
      `${tablePlace(table, `第${long.number}行`)}比表头多出一列，后面的内容都错了位`,
      '多半是内容里有逗号，却没有用英文引号括起来。请改正，或者在 Excel、WPS 里另存为 .xlsx。',
      { ...sheetOf(table), cells },
    ),
  ];
}

function noRows(kind: RosterKind, table: RosterTable, head: TableHead): RosterProblem {
  return refuseSource(
    `${tablePlace(table)}认出了${kind}名册的表头（第${head.lastRow}行），下面却没有一行可以统计`,
    '请核对是不是选错了工作表，或者内容还没有填。',
    sheetOf(table),
  );
}

/** Values that are none stop the count: left out they would make every figure wrong without a word. */
function unreadableCells(
  table: RosterTable,
  rows: readonly RosterRow[],
  columns: readonly number[],
): RosterProblem[] {
  const problems: RosterProblem[] = [];
  for (const { number, values } of rows) {
    for (const column of columns) {
      const value = values[column];
      if (value === undefined || typeof value !== 'object' || isReadable(value)) continue;
      const cells = cellName(column, number);
      problems.push(
        value.kind === 'uncomputed'
          ? refuseSource(
              `${tablePlace(table, cells)} 是公式，文件里没有它的计算结果`,
              '这个文件是程序生成的，没有算过。用 Excel 或 WPS 打开，保存一次，再试。',
              { ...sheetOf(table), cells },
            )
          : refuseSource(
              `${tablePlace(table, cells)} 是错误值 ${cellText(value)}，读不出内容`,
              '请在表格里改正这个公式或内容，保存后再试。',
              { ...sheetOf(table), cells },
            ),
      );
      if (problems.length === MOST_HEAD_CELLS)
        return [...problems, warn('还有别的单元格也读不出内容', '改正以后再运行一次。', sheetOf(table))];
    }
  }
  return problems;
}

/** Cells that are named; a column of formulas without results would name them all. */
const MOST_HEAD_CELLS = 10;

export function sheetOf({ name }: RosterTable): { readonly sheet?: string } {
  return name === undefined ? {} : { sheet: name };
}
