import { expect, it } from 'vitest';
import { readMarkup } from '../../src/document/read-markup.ts';
import type { Table } from '../../src/document/tree.ts';

function read(markup: string): Table {
  const { document, problems } = readMarkup(markup, { isDraft: false });
  expect(problems).toEqual([]);
  const [table] = document.body;
  if (table?.type !== 'table') throw new Error('no table');
  return table;
}

it('reads caption, legends, widths, header rows, spans and alignment', () => {
  const table = read(`<table><caption>编制</caption><legend>填报单位：云溪镇</legend><legend>单位：人</legend>
    <col width="40%"/><col/><col/>
    <thead><tr><th rowspan="2">类别</th><th colspan="2">编制</th></tr><tr><th>核定</th><th>实有</th></tr></thead>
    <tbody><tr><td>行政</td><td align="right">20</td><td align="center">19</td></tr></tbody></table>`);
  expect(table.caption).toEqual([{ type: 'text', text: '编制' }]);
  expect(table.legend).toHaveLength(2);
  expect(table.columns.map((share) => Number(share.toFixed(6)))).toEqual([0.4, 0.3, 0.3]);
  expect(table.rows.map((row) => row.isHeader)).toEqual([true, true, false]);
  expect(table.rows[0]?.cells.map((cell) => [cell.columnSpan, cell.rowSpan])).toEqual([
    [1, 2],
    [2, 1],
  ]);
  expect(table.rows[2]?.cells.map((cell) => cell.align)).toEqual(['left', 'right', 'center']);
});

it('takes rows of th at the top alone for header rows', () => {
  const table = read('<table><tr><th>甲</th></tr><tr><td>1</td></tr><tr><th>合计</th></tr></table>');
  expect(table.rows.map((row) => row.isHeader)).toEqual([true, false, false]);
});

it('brings widths that are too wide down to the whole', () => {
  const { columns } = read(
    '<table><col width="80%"/><col width="80%"/><tr><td>1</td><td>2</td></tr></table>',
  );
  expect(columns).toEqual([0.5, 0.5]);
});
