import type { DataFigureCell } from './data-table.ts';
import type { FigureLine, TableShape } from './table-shape.ts';

/** A total and what it may be the sum of: the readings of which one is enough, the likeliest first. */
export interface Equation {
  readonly total: DataFigureCell;
  readonly readings: readonly (readonly DataFigureCell[])[];
  /** Along a row, or down a column. */
  readonly way: 'row' | 'column';
  /** Empty places among the parts, which may hold anything. */
  readonly gaps: number;
  /** What is added up, in the words of the table: 实有. */
  readonly name: string;
  /** Every figure may be rounded to its last place: amounts in 万 or with decimals. */
  readonly isRounded: boolean;
}

/** What the totals of a table say of its figures. */
export function equationsOf(shape: TableShape): Equation[] {
  return [...downColumns(shape), ...alongRows(shape)];
}

function downColumns(shape: TableShape): Equation[] {
  const { rows, columns } = shape;
  const units = new Set(rows.filter(({ kind }) => kind === 'part').map(({ unit }) => unit));
  if (units.size > 1) return [];
  return columns
    .filter(({ kind }) => kind !== 'apart')
    .flatMap((column) =>
      sumsIn(
        rows,
        (row) => shape.figure(row, column),
        (row) => isGap(shape, row, column),
        {
          way: 'column',
          nameOf: (row) => `“${column.label === '' ? row.label : column.label}”${row.levels.at(-1) ?? ''}`,
          isRounded: isMeasured(column.unit),
        },
      ),
    )
    .filter(isNoAverage);
}

/** A row is added up only where most rows of the table come out that way: 合计 beside columns that overlap is no sum. */
function alongRows(shape: TableShape): Equation[] {
  const { rows, columns } = shape;
  const equations = rows
    .filter(({ kind }) => kind !== 'apart')
    .flatMap((row) =>
      sumsIn(
        columns,
        (column) => shape.figure(row, column),
        (column) => isGap(shape, row, column),
        {
          way: 'row',
          nameOf: (column) => `“${row.label}”${column.levels.at(-1) ?? ''}`,
          isRounded: columns.some(({ unit }) => isMeasured(unit)) || isMeasured(row.unit),
        },
      ),
    );
  const byColumn = new Map<number, Equation[]>();
  for (const each of equations)
    byColumn.set(each.total.column, [...(byColumn.get(each.total.column) ?? []), each]);
  return [...byColumn.values()].flatMap((all) => {
    const right = all.filter((each) => equationHolds(each)).length;
    return right > 0 && right >= all.length - right ? all : [];
  });
}

function isGap({ table }: TableShape, row: FigureLine, column: FigureLine): boolean {
  const kind = table.at(row.index, column.index)?.value.kind ?? 'empty';
  return kind === 'empty' || kind === 'unclear';
}

/** 万元 and the like, and what is written with decimals, is rounded. */
function isMeasured(unit: string): boolean {
  return /^[万亿]/.test(unit);
}

interface EquationWay extends Pick<Equation, 'way' | 'isRounded'> {
  readonly nameOf: (line: FigureLine) => string;
}

/** The totals of one line of figures (a column's rows, a row's columns). */
function sumsIn(
  lines: readonly FigureLine[],
  figureAt: (line: FigureLine) => DataFigureCell | undefined,
  gapAt: (line: FigureLine) => boolean,
  { way, nameOf, isRounded }: EquationWay,
): Equation[] {
  return lines.flatMap((line, index) => {
    if (line.kind !== 'total' && line.kind !== 'subtotal') return [];
    const total = figureAt(line);
    if (total === undefined) return [];
    const scopes = line.kind === 'subtotal' ? subtotalScopes(lines, index) : totalScopes(lines, index);
    const figures = scopes.map((scope) => scope.flatMap((each) => figureAt(each) ?? []));
    const readings = figures.filter((each) => each.length > 1);
    const gaps = (scopes[0] ?? []).filter(gapAt).length;
    return readings.length === 0 ? [] : [{ total, readings, way, gaps, name: nameOf(line), isRounded }];
  });
}

/** The parts before a subtotal, since the one before it; else those after it. Its own group, where labels name one. */
function subtotalScopes(lines: readonly FigureLine[], index: number): FigureLine[][] {
  const own = lines[index];
  const group = own !== undefined && own.levels.length > 1 ? own.levels[0] : undefined;
  const grouped =
    group === undefined
      ? []
      : lines.filter((line) => line.kind === 'part' && line.levels.length > 1 && line.levels[0] === group);
  if (grouped.length > 0) return [grouped];
  const ahead = until(lines.slice(0, index).reverse());
  const behind = until(lines.slice(index + 1));
  return ahead.length > 0 && behind.length > 0 ? [ahead, behind] : [ahead.length > 0 ? ahead : behind];
}

/** Parts up to the next total of any kind. */
function until(lines: readonly FigureLine[]): FigureLine[] {
  const end = lines.findIndex(({ kind }) => kind === 'total' || kind === 'subtotal');
  return lines.slice(0, end < 0 ? lines.length : end).filter(({ kind }) => kind === 'part');
}

/** What a total is of: subtotals and the parts that are in none, or all parts; before it, else after it. */
function totalScopes(lines: readonly FigureLine[], index: number): FigureLine[][] {
  const before = lines.slice(0, index);
  const lastTotal = before.findLastIndex(({ kind }) => kind === 'total');
  const after = lines.slice(index + 1);
  const nextTotal = after.findIndex(({ kind }) => kind === 'total');
  const ahead = before.slice(lastTotal + 1);
  const behind = after.slice(0, nextTotal < 0 ? after.length : nextTotal);
  const hasParts = (some: readonly FigureLine[]) =>
    some.some(({ kind }) => kind === 'part' || kind === 'subtotal');
  const sides = [ahead, behind].filter(hasParts);
  const totals = before.filter(({ kind }) => kind === 'total');
  const overTotals = totals.length > 1 ? [totals] : [];
  return [...sides.flatMap(readingsOf), ...overTotals];
}

function readingsOf(lines: readonly FigureLine[]): FigureLine[][] {
  const subtotals = lines.filter(({ kind }) => kind === 'subtotal');
  const parts = lines.filter(({ kind }) => kind === 'part');
  if (subtotals.length === 0) return [parts];
  const groups = new Set(subtotals.flatMap(({ levels }) => (levels.length > 1 ? [levels[0]] : [])));
  const last = lines.findLastIndex(({ kind }) => kind === 'subtotal');
  const first = lines.findIndex(({ kind }) => kind === 'subtotal');
  const loose =
    groups.size > 0
      ? parts.filter(({ levels }) => !(levels.length > 1 && groups.has(levels[0])))
      : lines.slice(last + 1).filter(({ kind }) => kind === 'part');
  const early = lines.slice(0, first).filter(({ kind }) => kind === 'part');
  return [[...subtotals, ...loose], subtotals, [...early, ...subtotals], parts];
}

/** A total that lies among its parts is a mean or a maximum, whatever it is called. */
function isNoAverage({ total, readings }: Equation): boolean {
  const values = (readings[0] ?? []).map(({ value }) => value.value);
  return values.length < 3 || total.value.value >= Math.max(...values) || values.some((value) => value < 0);
}

export type ChangedValues = ReadonlyMap<DataFigureCell, number>;

/** Whether one of its readings comes out, with some figures taken for others. */
export function equationHolds(equation: Equation, changed?: ChangedValues): boolean {
  return equation.readings.some((reading) => equationGap(equation, reading, changed) === 0);
}

/** By how much the total is above (or below) what some parts make, beyond rounding. */
export function equationGap(
  { total, isRounded }: Equation,
  parts: readonly DataFigureCell[],
  changed?: ChangedValues,
): number {
  const figureOf = (cell: DataFigureCell) => changed?.get(cell) ?? cell.value.value;
  const slack = [total, ...parts].reduce(
    (sum, { value }) => sum + (isRounded || value.step < 1 ? value.step / 2 : 0),
    0,
  );
  const gap = figureOf(total) - cellsSum(parts, changed);
  return Math.abs(gap) <= slack + SUM_DUST * Math.max(1, Math.abs(figureOf(total))) ? 0 : gap;
}

export function cellsSum(parts: readonly DataFigureCell[], changed?: ChangedValues): number {
  return parts.reduce((sum, cell) => sum + (changed?.get(cell) ?? cell.value.value), 0);
}

const SUM_DUST = 1e-9;
