import { possibleHeads, type TableHead } from './find-head.ts';
import { describeColumn } from './match-columns.ts';
import { openTables } from './open-tables.ts';
import {
  type Recognised,
  type RecogniseOptions,
  readRecognised,
  recogniseRosters,
  sheetOf,
} from './recognise.ts';
import type { Roster } from './roster.ts';
import { ROSTER_COLUMNS, ROSTER_FIELDS } from './roster-fields.ts';
import { inFile, type RosterProblem, refuseSource } from './roster-problem.ts';
import { nearlyNamed } from './suggest-headers.ts';
import { type RosterTable, tablePlace } from './table.ts';
import { withoutCopies } from './without-copies.ts';

export interface ReadOptions extends RecogniseOptions {
  /** The file as messages call it: its path as the facts file has it. */
  readonly file: string;
  /** The sheet that is meant; without it every visible sheet that is a roster. */
  readonly sheet?: string | undefined;
}

/** The rosters of a file, and what is wrong with it as a whole. */
export interface Rosters {
  readonly rosters: readonly Roster[];
  readonly problems: readonly RosterProblem[];
}

/**
 * Reads the rosters of an .xlsx or CSV file. Nothing is thrown over a file's bytes: what cannot be read or told is a problem that is an error,
 * and then no roster of that sheet has rows.
 */
export async function readRosters(bytes: Uint8Array, options: ReadOptions): Promise<Rosters> {
  const tables = await openTables(bytes, options);
  const { rosters, problems } =
    'rule' in tables ? { rosters: [], problems: [tables] } : readTables(tables, options);
  const { file } = options;
  return {
    rosters: rosters.map((roster) => ({ ...roster, problems: inFile(file, roster.problems) })),
    problems: inFile(file, problems),
  };
}

/** The same of tables that are open. A hidden sheet is read only where it is named, or no other one is a roster. */
function readTables(tables: readonly RosterTable[], options: ReadOptions): Rosters {
  const all = tables.map((table) => recogniseRosters(table, options)).filter((found) => found.length > 0);
  const visible = all.filter(([first]) => first?.table.isHidden === false);
  const found = visible.length > 0 ? visible : all;
  if (found.length === 0) return { rosters: [], problems: [noRosterFound(tables, options)] };
  const unclear = found.flatMap((each) => (areRivals(each) ? [unclearKind(each)] : []));
  const read = found.filter((each) => !areRivals(each)).flatMap((each) => each.map(readRecognised));
  const { rosters, problems } = withoutCopies(read);
  return { rosters, problems: [...unclear, ...problems] };
}

/** Two kinds, unless they are 编制 and 职数 side by side. */
function areRivals(found: readonly Recognised[]): boolean {
  return (
    found.length > 1 &&
    !found.every(({ posts }) => posts.length > 0 && posts.every(({ kind }) => kind !== undefined))
  );
}

function unclearKind(found: readonly Recognised[]): RosterProblem {
  const table = found[0]?.table;
  const kinds = found.map(({ kind }) => kind).join('、');
  return refuseSource(
    `${table === undefined ? '' : tablePlace(table)}看不出是哪一类名册：${kinds}都有可能`,
    `请在“名册”这一项里写上 类别，例如 类别: ${found[0]?.kind ?? '党员'}。`,
    table === undefined ? {} : sheetOf(table),
  );
}

/** What was seen instead, and what comes nearest to a column that every roster of the kind has. */
function noRosterFound(tables: readonly RosterTable[], { kind, file }: ReadOptions): RosterProblem {
  const what = kind === undefined ? '哪一类名册的表头' : `${kind}名册的表头`;
  const seen = tables.flatMap((table) => {
    const head = likeliestHead(table);
    return head === undefined ? [] : [{ table, head }];
  });
  const [first] = seen;
  if (first === undefined) {
    return refuseSource(
      `${file} 的前20行里没有认出${what}：没有一行像是表头（各列都是文字）`,
      '请核对是不是选错了文件或工作表。',
    );
  }
  const { table, head } = first;
  const near = headerSuggestion(head, kind);
  const headers = head.columns
    .map(({ shown }) => shown)
    .slice(0, 15)
    .join('、');
  return refuseSource(
    `${tablePlace(table)}的前20行里没有认出${what}，看到的是第${head.lastRow}行：${headers}${near}`,
    kind === undefined
      ? '请核对表头，或者在“名册”这一项里写上 类别 和 列（哪一列是什么）。'
      : `${kind}名册至少要有：${needsOf(kind)}。表头与平常不同的，在“列”里写明哪一列是什么。`,
    sheetOf(table),
  );
}

function likeliestHead(table: RosterTable): TableHead | undefined {
  let likeliest: TableHead | undefined;
  for (const head of possibleHeads(table)) {
    if (head.columns.length > (likeliest?.columns.length ?? 1)) likeliest = head;
  }
  return likeliest;
}

function headerSuggestion({ columns }: TableHead, kind: ReadOptions['kind']): string {
  const ids = kind === undefined ? (['name'] as const) : ROSTER_COLUMNS[kind].needs;
  for (const id of ids) {
    const column = nearlyNamed(columns, id);
    if (column !== undefined) return `；${describeColumn(column)}是不是想写“${ROSTER_FIELDS[id].name}”？`;
  }
  return '';
}

function needsOf(kind: NonNullable<ReadOptions['kind']>): string {
  return ROSTER_COLUMNS[kind].needs.map((id) => `“${ROSTER_FIELDS[id].name}”`).join('、');
}
