import type { CellKind, SheetTable } from '../county/table.ts';
import type { UnitComparison } from './compare.ts';
import { writeTable } from './write-table.ts';

/** A comparison as a file: one row a figure, with its unit, then what became of the measures. */
export function comparisonFile(
  comparisons: readonly UnitComparison[],
  format: 'xlsx' | 'docx' | 'html',
  epoch: string | undefined,
): Promise<Uint8Array> {
  const kinds: readonly CellKind[] = ['text', 'text', 'number', 'number', 'number', 'number'];
  const figures = comparisons.flatMap(({ unit, figures: own }) =>
    own.map(({ name, last = '', now = '', difference = '', rate = '' }) => [
      unit,
      name,
      last,
      now,
      difference,
      rate,
    ]),
  );
  const measures = comparisons.flatMap(({ unit, measures: own }) =>
    own.map(({ title, became }) => [unit, title, became]),
  );
  const tables: SheetTable[] = [
    {
      title: '上期与本期比较',
      head: ['单位', '数字', '上期', '本期', '增减', '增减率（%）'],
      kinds,
      rows: figures,
    },
    ...(measures.length === 0
      ? []
      : [
          {
            title: '措施后来怎样',
            head: ['单位', '措施', '结果'],
            kinds: ['text', 'text', 'text'] as const,
            rows: measures,
          },
        ]),
  ];
  return writeTable(tables, format, { epoch });
}
