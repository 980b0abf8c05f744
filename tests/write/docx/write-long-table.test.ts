import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, TableCell, TableRow } from '../../../src/document/tree.ts';
import { writeDocx } from '../../../src/write/docx/write-docx.ts';
import { writeLongTable } from '../../../src/write/docx/write-long-table.ts';
import { samples } from '../../sample-size.ts';

const PROPERTIES = { author: '青禾县云溪镇', date: new Date(0) };

const cell = (text: string, rowSpan: number): TableCell => ({
  children: text === '' ? [] : [{ type: 'text', text }],
  columnSpan: 1,
  rowSpan,
  align: 'left',
});

/** Empty, short, or so long that a page does not hold it. */
const texts = fc.oneof(
  fc.constantFrom('', '', '甲', '<w:tbl>&</w:tbl>'),
  fc.integer({ min: 1, max: 3000 }).map((length) => '逐项登记'.repeat(length)),
);

/** Rows of which the first column's cell is over all of them. */
const groupsOf = (columns: number) =>
  fc.array(
    fc
      .array(fc.array(texts, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 })
      .map((rows) =>
        rows.map((cells, index): TableRow => {
          const own = cells.map((text, column) => cell(text, column === 0 ? rows.length : 1));
          return { isHeader: false, cells: index === 0 ? own : own.slice(1) };
        }),
      ),
    { minLength: 1, maxLength: 12 },
  );

const cases = fc
  .integer({ min: 2, max: 9 })
  .chain((columns) => groupsOf(columns).map((groups) => ({ columns, groups })));

describe('a table of any length', () => {
  it('is written as it would be at once', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ columns, groups }) => {
        const head: TableRow = {
          isHeader: true,
          cells: Array.from({ length: columns }, (_, at) => cell(`第${at}列`, 1)),
        };
        const withRows = (rows: readonly TableRow[]): Document => ({
          title: [{ type: 'text', text: '整改台账' }],
          subtitle: [],
          body: [
            {
              type: 'table',
              legend: [[{ type: 'text', text: '填报单位：青禾县云溪镇' }]],
              columns: Array.from({ length: columns }, () => 1 / columns),
              rows,
            },
          ],
          signature: {},
          attachments: [],
          orientation: 'landscape',
          isDraft: false,
        });
        const all = [[head], ...groups];
        const whole = writeDocx(withRows(all.flat()), PROPERTIES);
        const long = await writeLongTable(withRows, () => all, PROPERTIES);
        expect(Buffer.compare(long, whole)).toBe(0);
      }),
      { seed: 17, numRuns: samples(60) },
    );
  });
});
