import { describe, expect, it } from 'vitest';
import { STANDARD_LAYOUT } from '../../../src/format/layout.ts';
import { writeDocx } from '../../../src/write/docx/write-docx.ts';
import { documentPart } from '../docx-parts.ts';
import { documentOf, PROPERTIES } from '../sample-document.ts';

/** Each row's properties, of a table of eleven columns on a page laid on its side. */
function rowsOf(...rows: readonly string[]): string[] {
  return [...tableOf(rows).matchAll(/<w:trPr>(.*?)<\/w:trPr>/g)].map(([, properties = '']) => properties);
}

function tableOf(rows: readonly string[]): string {
  const head = `<tr>${'<th>题</th>'.repeat(11)}</tr>`;
  const markup = `<title>报告</title><section class="landscape"><title>台账</title><table>${head}${rows.join('')}</table></section>`;
  return documentPart(writeDocx(documentOf(markup), PROPERTIES, STANDARD_LAYOUT));
}

const row = (text: string, others = '<td>乙</td>'.repeat(10)) => `<tr><td>${text}</td>${others}</tr>`;
const hanging = (text: string) => `<tr><td rowspan="2">${text}</td>${'<td>乙</td>'.repeat(10)}</tr>`;

describe('rows', () => {
  it('stay whole where a page holds them, and split where it does not', () => {
    const [head, short, long] = rowsOf(row('甲'), row('甲'.repeat(230)));
    expect(head).toContain('<w:cantSplit/>');
    expect(short).toContain('<w:cantSplit/>');
    expect(long).not.toContain('cantSplit');
  });

  it('of which the first is under a title split sooner', () => {
    const text = '甲'.repeat(66);
    const [, first, second] = rowsOf(row(text), row(text));
    expect(first).not.toContain('cantSplit');
    expect(second).toContain('<w:cantSplit/>');
  });

  it('under a cell that no page holds split with it', () => {
    const rest = `<tr>${'<td>乙</td>'.repeat(10)}</tr>`;
    const [, first, second, third] = rowsOf(hanging('甲'.repeat(230)), rest, row('丙'));
    expect([first, second].join('')).not.toContain('cantSplit');
    expect(third).toContain('<w:cantSplit/>');
  });

  it('keep their head on their page', () => {
    const head = /<w:tblHeader\/>.*?<\/w:tr>/.exec(tableOf([row('甲')]))?.[0] ?? '';
    expect(head.match(/<w:keepNext\/>/g)).toHaveLength(11);
  });
});

describe('columns', () => {
  const widths = (xml: string) =>
    [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));

  it('that are empty throughout give their width away, whatever a total says across them', () => {
    const full = widths(tableOf([row('甲'), row('甲')]));
    const gaps = `${'<td>乙</td>'.repeat(8)}<td></td><td></td>`;
    const total = '<tr><td>合计</td><td colspan="10">共两条</td></tr>';
    const narrowed = widths(tableOf([row('甲', gaps), row('甲', gaps), total]));
    const sum = (all: readonly number[]) => all.reduce((whole, width) => whole + width, 0);
    expect(sum(narrowed)).toBe(sum(full));
    expect(narrowed.slice(9)).toEqual([456, 456]);
    expect(Math.min(...narrowed.slice(0, 9))).toBeGreaterThan(Math.max(...full));
    expect(widths(tableOf([row('甲', gaps), row('甲')]))).toEqual(full);
  });
});
