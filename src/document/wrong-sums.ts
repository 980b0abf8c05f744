import type { DataFigureCell, DataTable } from './data-table.ts';
import { cellsSum, type Equation, equationGap, equationHolds, equationsOf } from './sum-equations.ts';
import { type FigureLine, type TableShape, tableShape, withoutUnit } from './table-shape.ts';

/** A figure of a table that does not fit. */
export interface WrongFigure {
  readonly cell: DataFigureCell;
  /** What it is called: “实有”合计. */
  readonly name: string;
  /** What the parts make; undefined for a part that is more than its whole. */
  readonly made: number | undefined;
  readonly parts: readonly DataFigureCell[];
}

/** The figures of a table that do not add up: one for one slip, however many sums it spoils. */
export function wrongFigures(table: DataTable): WrongFigure[] {
  const shape = tableShape(table);
  if (shape === undefined) return [];
  return [...wrongSums(equationsOf(shape)), ...wrongSubsets(shape)];
}

function wrongSums(equations: readonly Equation[]): WrongFigure[] {
  const found: WrongFigure[] = [];
  const changed = new Map<DataFigureCell, number>();
  let failing = equations.filter((each) => isWrong(each));
  while (failing.length > 0 && found.length < MOST_CANDIDATES) {
    const [best] = failing
      .flatMap((each) => remediesOf(each, changed))
      .map((remedy) => ({ ...remedy, gain: gainOf(remedy, equations, changed) }))
      .sort((a, b) => b.gain - a.gain || Number(b.isTotal) - Number(a.isTotal));
    if (best === undefined) break;
    changed.set(best.cell, best.value);
    const { equation, cell } = best;
    const own =
      equation.total === cell
        ? equation
        : equations.find(({ total, ...each }) => total === cell && !equationHolds({ total, ...each }));
    const { parts, made, name } = describeEquation(own ?? equation, cell, best.value);
    found.push({ cell, name, made, parts });
    const rest = failing.filter((each) => each !== equation && !equationHolds(each, changed));
    failing = rest.length < failing.length ? rest : [];
  }
  return found;
}

/** A missing part may be what the total has more. */
function isWrong(equation: Equation): boolean {
  if (equationHolds(equation)) return false;
  const [first = []] = equation.readings;
  return equation.gaps === 0 || equationGap(equation, first) < 0;
}

interface Remedy {
  readonly equation: Equation;
  readonly cell: DataFigureCell;
  readonly value: number;
  readonly isTotal: boolean;
}

/** Each figure of a sum that does not come out, with what it would have to be. */
function remediesOf(equation: Equation, changed: ReadonlyMap<DataFigureCell, number>): Remedy[] {
  const [parts = []] = equation.readings;
  const sum = cellsSum(parts, changed);
  const total = changed.get(equation.total) ?? equation.total.value.value;
  const ofParts = parts.map((cell) => {
    const value = total - (sum - (changed.get(cell) ?? cell.value.value));
    return { equation, cell, value, isTotal: false };
  });
  return [
    { equation, cell: equation.total, value: sum, isTotal: true },
    ...ofParts.filter(({ value }) => value >= 0),
  ];
}

/** How many more sums come out. */
function gainOf(
  { cell, value }: Remedy,
  equations: readonly Equation[],
  changed: ReadonlyMap<DataFigureCell, number>,
): number {
  const tried = new Map(changed).set(cell, value);
  let gain = 0;
  for (const each of equations) {
    if (each.total !== cell && !each.readings.some((reading) => reading.includes(cell))) continue;
    gain += Number(equationHolds(each, tried)) - Number(equationHolds(each, changed));
  }
  return gain;
}

function describeEquation(
  { total, readings, name }: Equation,
  cell: DataFigureCell,
  value: number,
): Pick<WrongFigure, 'parts' | 'made' | 'name'> {
  const [parts = []] = readings;
  if (cell === total) return { parts, made: roundedSum(cellsSum(parts)), name };
  return {
    parts: [total, ...parts.filter((part) => part !== cell)],
    made: roundedSum(value),
    name: '这一项',
  };
}

/** 其中 is at most its whole: in the row above, or in the column to the left. */
function wrongSubsets(shape: TableShape): WrongFigure[] {
  const { rows, columns } = shape;
  const down = rows.flatMap((row, index) => {
    const whole = wholeOf(rows, index);
    if (whole === undefined || whole.unit !== row.unit) return [];
    return columns
      .filter(({ kind }) => kind !== 'apart')
      .flatMap((column) => exceeding(shape.figure(row, column), shape.figure(whole, column), row));
  });
  const along = columns.flatMap((column, index) => {
    const whole = wholeOf(columns, index);
    if (whole === undefined || whole.unit !== column.unit) return [];
    const pairs = rows.filter((row) => shape.figure(row, column) && shape.figure(row, whole));
    const wrong = pairs.flatMap((row) =>
      exceeding(shape.figure(row, column), shape.figure(row, whole), column),
    );
    return wrong.length * 2 <= pairs.length ? wrong : [];
  });
  return [...down, ...along];
}

/** The nearest line ahead that is no part of another. */
function wholeOf(lines: readonly FigureLine[], index: number): FigureLine | undefined {
  if (lines[index]?.kind !== 'subset') return undefined;
  const whole = lines.slice(0, index).findLast(({ kind }) => kind !== 'subset' && kind !== 'apart');
  return whole;
}

function exceeding(
  part: DataFigureCell | undefined,
  whole: DataFigureCell | undefined,
  { label }: FigureLine,
): WrongFigure[] {
  if (part === undefined || whole === undefined || part.value.value <= whole.value.value) return [];
  if (part.value.unit === '%' || part.value.unit !== whole.value.unit) return [];
  return [{ cell: part, name: `“${withoutUnit(label)}”`, made: undefined, parts: [whole] }];
}

function roundedSum(value: number): number {
  return Number(value.toPrecision(12));
}

/** Of one table. */
const MOST_CANDIDATES = 100;
