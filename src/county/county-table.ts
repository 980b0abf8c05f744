import { chinesePath } from '../facts/fact-path.ts';
import { PENDING } from '../facts/facts.ts';
import { rollUpOf } from '../facts/field.ts';
import { FIGURES } from '../facts/figure-fields.ts';
import type { CountyUnit } from './county-unit.ts';
import { decimalOf, plus, printDecimal, ZERO } from './decimal.ts';
import { listFigures } from './listed-figures.ts';
import type { County } from './roll-up.ts';
import type { SheetTable, TotalCell } from './table.ts';

/** Keeps the figures of each unit for a table of units × figures. */
export class CountyRows {
  readonly #rows: {
    readonly name: string;
    readonly kind: string;
    readonly figures: ReadonlyMap<string, string>;
  }[] = [];
  readonly #columns = new Set<string>();

  add({ facts, written }: CountyUnit): void {
    const figures = new Map<string, string>();
    for (const { name, value } of listFigures({ facts, written })) {
      this.#columns.add(name);
      figures.set(name, value === undefined ? PENDING : printDecimal(value));
    }
    this.#rows.push({ name: facts.unit?.name ?? '', kind: facts.unit?.kind ?? '', figures });
  }

  /** Totals are sums of what the units state; averages and shares have those that the county has. */
  table(county: County): SheetTable {
    const columns = inOrder([...this.#columns]);
    return {
      title: `${county.name}各单位情况表`,
      head: ['单位', '类型', ...columns],
      kinds: ['text', 'text', ...columns.map(() => 'number' as const)],
      rows: this.#rows.map(({ name, kind, figures }) => [
        name,
        kind,
        ...columns.map((column) => figures.get(column) ?? ABSENT),
      ]),
      totals: [
        { text: '合计', isSum: false },
        { text: `${this.#rows.length}个单位`, isSum: false },
        ...columns.map((column) => this.#total(column, county)),
      ],
      notes: [
        `${ABSENT} 表示没有写，${PENDING}表示还不知道，都没有计入合计。`,
        ...county.leftOut.map(({ unit, why }) => `没有列入：${unit}，${why}。`),
      ],
    };
  }

  #total(column: string, { figures, indicators }: County): TotalCell {
    const mean = figures.find(({ place }) => MEANS.has(place.path) && chinesePath(place.path) === column);
    if (mean !== undefined) return { text: printDecimal(mean.value), isSum: false };
    const indicator = indicators.find(({ name }) => `指标.${name}` === column);
    if (indicator !== undefined && (indicator.value === undefined || indicator.of !== undefined)) {
      return { text: indicator.value === undefined ? ABSENT : printDecimal(indicator.value), isSum: false };
    }
    const texts = this.#rows.flatMap(({ figures: own }) => own.get(column) ?? []);
    const sum = texts
      .filter((text) => text !== PENDING)
      .map(decimalOf)
      .reduce(plus, ZERO);
    return { text: printDecimal(sum), isSum: true };
  }
}

const ABSENT = '—';

const MEANS: ReadonlySet<string> = new Set(
  FIGURES.flatMap(({ path, field }) => (typeof rollUpOf(field) === 'object' ? [path] : [])),
);

/** Figures of one record side by side, records in the order in which the units first have them. */
function inOrder(columns: readonly string[]): string[] {
  const records = [...new Set(columns.map(recordOf))];
  return records.flatMap((record) => columns.filter((column) => recordOf(column) === record));
}

function recordOf(column: string): string {
  return column.split('.')[0] ?? '';
}
