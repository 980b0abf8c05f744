import { chinesePath } from '../facts/fact-path.ts';
import { PENDING } from '../facts/facts.ts';
import { rollUpOf } from '../facts/field.ts';
import { FIGURE_FIELDS } from '../facts/figure-fields.ts';
import { type Decimal, decimalOf, plus, printDecimal, ZERO } from './decimal.ts';
import { listFigures } from './listed-figures.ts';
import type { County, Subtotal } from './roll-up.ts';
import type { SheetTable, TotalCell } from './table.ts';
import type { UnitExtract } from './unit-extract.ts';

/** A unit with its figures as they are printed. */
export interface UnitRow {
  readonly name: string;
  readonly kind: string;
  /** What it states under a name; 待补 where it is not known yet, undefined where it says nothing. */
  figure(name: string): string | undefined;
}

/** Keeps the figures of each unit for a table of units × figures: one text a unit, so that a whole country takes some megabytes. */
export class CountyRows {
  readonly #units: { readonly name: string; readonly kind: string; readonly figures: string }[] = [];
  readonly #columns = new Map<string, number>();

  add(unit: UnitExtract): void {
    const figures = listFigures(unit).map(
      ({ name, text }) => `${this.#column(name)}=${text === '' ? UNKNOWN_SIGN : text}`,
    );
    this.#units.push({ name: unit.name, kind: unit.kind, figures: figures.join(' ') });
  }

  #column(name: string): number {
    const known = this.#columns.get(name) ?? this.#columns.size;
    this.#columns.set(name, known);
    return known;
  }

  get size(): number {
    return this.#units.length;
  }

  /** Names of the figures that a unit states, those of one record side by side. */
  columns(): string[] {
    return columnsInOrder([...this.#columns.keys()]);
  }

  /** In the order in which they were added; each read from its text when its turn comes. */
  *rows(): Generator<UnitRow> {
    for (const { name, kind, figures } of this.#units) {
      const texts = new Map(figures === '' ? [] : figures.split(' ').map(columnAndText));
      const figure = (column: string) => texts.get(this.#columns.get(column) ?? -1);
      yield { name, kind, figure };
    }
  }

  table(county: County): SheetTable {
    const columns = this.columns();
    return {
      title: `${county.name}各单位情况表`,
      head: ['单位', '类型', ...columns],
      kinds: ['text', 'text', ...columns.map(() => 'number' as const)],
      rows: Array.from(this.rows(), (row) => [
        row.name,
        row.kind,
        ...columns.map((column) => shownFigure(row, column)),
      ]),
      subtotals: [...county.subtotals.keys()].map((kind) => ({
        by: 1,
        key: kind,
        cells: [
          { text: `${kind === '' ? '其他' : kind}小计`, isSum: false },
          { text: `${county.kinds.get(kind) ?? 0}个单位`, isSum: false },
          ...this.totals(columns, county, kind),
        ],
      })),
      totals: [
        { text: '合计', isSum: false },
        { text: `${this.size}个单位`, isSum: false },
        ...this.totals(columns, county),
      ],
      notes: [ABSENT_SIGNS, ...county.leftOut.map(({ unit, why }) => `没有列入：${unit}，${why}。`)],
    };
  }

  /** Sums of what the units, or those of one kind, state; averages and shares have those that the county has. */
  totals(columns: readonly string[], county: County, kind?: string): TotalCell[] {
    const whole = kind === undefined ? county : (county.subtotals.get(kind) ?? EMPTY_SUBTOTAL);
    const sums = columns.map(() => ZERO);
    for (const row of this.rows()) {
      if (kind !== undefined && row.kind !== kind) continue;
      for (const [index, column] of columns.entries()) {
        const value = statedFigure(row, column);
        if (value !== undefined) sums[index] = plus(sums[index] ?? ZERO, value);
      }
    }
    return columns.map((column, index) => columnTotal(column, sums[index] ?? ZERO, whole));
  }
}

/** Stands for 待补, so that the text of a unit's figures is one of bytes. */
const UNKNOWN_SIGN = '?';

function columnAndText(entry: string): readonly [column: number, text: string] {
  const at = entry.indexOf('=');
  const text = entry.slice(at + 1);
  return [Number(entry.slice(0, at)), text === UNKNOWN_SIGN ? PENDING : text];
}

/** What a cell shows. */
export function shownFigure(row: UnitRow, column: string): string {
  return row.figure(column) ?? ABSENT;
}

/** A figure that the unit states; undefined where it is 待补 or absent. */
export function statedFigure(row: UnitRow, column: string): Decimal | undefined {
  const text = row.figure(column);
  return text === undefined || text === PENDING ? undefined : decimalOf(text);
}

/** The total of a column: of averages and shares the county's own. */
function columnTotal(column: string, sum: Decimal, { figures, indicators }: Subtotal): TotalCell {
  const mean = figures.find(({ place }) => MEANS.has(place.path) && chinesePath(place.path) === column);
  if (mean !== undefined) return { text: printDecimal(mean.value), isSum: false };
  const indicator = indicators.find(({ name }) => `指标.${name}` === column);
  if (indicator !== undefined && (indicator.value === undefined || indicator.of !== undefined)) {
    return { text: indicator.value === undefined ? ABSENT : printDecimal(indicator.value), isSum: false };
  }
  return { text: printDecimal(sum), isSum: true };
}

const EMPTY_SUBTOTAL: Subtotal = { figures: [], indicators: [] };

const ABSENT = '—';

/** What is in place of a figure, said below a table. */
export const ABSENT_SIGNS = `${ABSENT} 表示没有写，${PENDING}表示还不知道，都没有计入合计。`;

const MEANS: ReadonlySet<string> = new Set(
  FIGURE_FIELDS.flatMap(({ path, field }) => (typeof rollUpOf(field) === 'object' ? [path] : [])),
);

/** Figures of one record side by side, records in the order in which the units first have them. */
function columnsInOrder(columns: readonly string[]): string[] {
  const records = [...new Set(columns.map(columnRecord))];
  return records.flatMap((record) => columns.filter((column) => columnRecord(column) === record));
}

/** The record that a column's figure is of: 党员 of 党员.总数. */
export function columnRecord(column: string): string {
  return column.split('.')[0] ?? '';
}
