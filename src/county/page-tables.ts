import { formatDate, PERMANENT } from '../facts/dates.ts';
import { chinesePath } from '../facts/fact-path.ts';
import { STAGES } from '../facts/progress.ts';
import { NO_ASPECT } from './county-charts.ts';
import { type CountyRows, columnRecord, shownFigure } from './county-table.ts';
import type { CommonMeasure, County } from './roll-up.ts';
import type { SheetTable } from './table.ts';

/** The common problems of a county: who has them, and how far the measures have come. */
export function problemTable({ problems }: County): SheetTable | undefined {
  if (problems.length === 0) return undefined;
  const hasAspects = problems.some(({ aspect }) => aspect !== '');
  const rows = problems
    .slice(0, MOST_TABLED_PROBLEMS)
    .map(({ title, aspect, units, measures }) => [
      title,
      ...(hasAspects ? [aspect === '' ? NO_ASPECT : aspect] : []),
      String(units.length),
      someOf(units),
      measures.slice(0, MOST_TABLED_MEASURES).map(describeMeasure).join('\n'),
    ]);
  const rest = problems.length - rows.length;
  return {
    title: '问题和措施',
    head: ['问题', ...(hasAspects ? ['方面'] : []), '单位数', '单位', '措施和进度'],
    kinds: ['text', ...(hasAspects ? (['text'] as const) : []), 'number', 'text', 'text'],
    rows,
    ...(rest > 0 && { notes: [`另有${rest}类问题，见各单位的事实文件。`] }),
  };
}

/** Problems and units that the page lists, units that a cell names, and measures. */
const MOST_TABLED_PROBLEMS = 40;
const MOST_PAGE_ROWS = 100;
const MOST_UNITS_OF_CELL = 40;
const MOST_TABLED_MEASURES = 5;

function describeMeasure({ title, byStage, deadline, overdue }: CommonMeasure): string {
  const stages = [...STAGES, undefined].flatMap((stage) => {
    const count = byStage.get(stage);
    return count === undefined ? [] : [`${stage ?? '没有写状态'}${count}`];
  });
  const latest =
    deadline === undefined ? [] : [deadline === PERMANENT ? PERMANENT : `最晚${formatDate(deadline)}`];
  const late = overdue.length === 0 ? [] : [`逾期：${someOf(overdue)}`];
  return `${title}（${[...new Set([...stages, ...latest, ...late])].join('，')}）`;
}

/** The units with measures past their deadline, the most first. */
export function overdueTable({ progress: { overdue } }: County): SheetTable | undefined {
  if (overdue.size === 0) return undefined;
  const sorted = [...overdue].toSorted(([, a], [, b]) => b - a);
  return {
    title: '有逾期措施的单位',
    head: ['单位', '逾期措施'],
    kinds: ['text', 'number'],
    rows: sorted.slice(0, MOST_PAGE_ROWS).map(([name, count]) => [name, String(count)]),
    ...(sorted.length > MOST_PAGE_ROWS && { notes: [`另有${sorted.length - MOST_PAGE_ROWS}个单位。`] }),
  };
}

/** The figures that some units lack, with their names. */
export function gapTable({ figures, tallies, indicators }: County): SheetTable | undefined {
  const rows = [
    ...[...figures, ...tallies].map(({ place, lacking }) => [chinesePath(place.path), lacking] as const),
    ...indicators.map(({ name, lacking }) => [`指标.${name}`, lacking] as const),
  ].flatMap(([label, lacking]) =>
    lacking.length === 0 ? [] : [[label, String(lacking.length), someOf(lacking)]],
  );
  if (rows.length === 0) return undefined;
  return {
    title: '缺数的单位',
    head: ['数字', '单位数', '缺这个数的单位'],
    kinds: ['text', 'number', 'text'],
    rows,
  };
}

export function someOf(names: readonly string[]): string {
  const some = names.slice(0, MOST_UNITS_OF_CELL).join('、');
  return names.length > MOST_UNITS_OF_CELL ? `${some}等${names.length}个` : some;
}

/** Units × figures by record, so many columns side by side as paper and a phone have room for. */
export function figureTables(county: County, rows: CountyRows): SheetTable[] {
  const columns = rows.columns();
  const totals = new Map(rows.totals(columns, county).map((total, index) => [columns[index], total]));
  const byKind = [...county.subtotals.keys()].map((kind) => ({
    kind,
    totals: new Map(rows.totals(columns, county, kind).map((total, index) => [columns[index], total])),
  }));
  const shownUnits = [...firstItems(rows.rows(), MOST_UNITS)];
  const records = [...new Set(columns.map(columnRecord))];
  return records.flatMap((record) =>
    columnPieces(columns.filter((column) => columnRecord(column) === record)).map((taken, piece) => ({
      title: piece === 0 ? record : `${record}（续）`,
      head: ['单位', ...taken.map((column) => column.slice(record.length + 1))],
      kinds: ['text' as const, ...taken.map(() => 'number' as const)],
      rows: shownUnits.map((row) => [row.name, ...taken.map((column) => shownFigure(row, column))]),
      subtotals: byKind.map(({ kind, totals: own }) => ({
        by: 0,
        key: kind,
        cells: [
          { text: `${kind === '' ? '其他' : kind}小计`, isSum: false },
          ...taken.flatMap((column) => own.get(column) ?? []),
        ],
      })),
      totals: [{ text: '合计', isSum: false }, ...taken.flatMap((column) => totals.get(column) ?? [])],
    })),
  );
}

function* firstItems<Item>(items: Iterable<Item>, most: number): Generator<Item> {
  let count = 0;
  for (const item of items) {
    if (count === most) return;
    count += 1;
    yield item;
  }
}

const MOST_PAGE_COLUMNS = 8;
/** Units whose figures the page lists; a sheet has room for the others. */
export const MOST_UNITS = 300;

function columnPieces(columns: readonly string[]): string[][] {
  const count = Math.ceil(columns.length / MOST_PAGE_COLUMNS);
  const size = Math.ceil(columns.length / count);
  return Array.from({ length: count }, (_, piece) => columns.slice(piece * size, (piece + 1) * size));
}
