import type { Block, Document, Inline, TableCell } from '../document/tree.ts';
import type { SheetTable } from './table.ts';

/** Tables as a document of its own, on pages laid on their side; a table with more columns than a page holds goes on in a further one. */
export function tableDocument(tables: readonly SheetTable[]): Document {
  const [first] = tables;
  return {
    title: inline(first?.title ?? ''),
    subtitle: [],
    body: tables.flatMap((table, index) => [
      ...(index === 0 ? [] : [textParagraph(table.title)]),
      ...tableBlocks(table),
      ...(table.notes ?? []).map(textParagraph),
    ]),
    signature: {},
    attachments: [],
    orientation: 'landscape',
    isDraft: false,
  };
}

/** Columns beside the first that fit on a page laid on its side. */
const MOST_PAPER_COLUMNS = 11;

function tableBlocks({ head, kinds, rows, subtotals = [], totals }: SheetTable): Block[] {
  const parts: Block[] = [];
  for (let from = 1; from < head.length; from += MOST_PAPER_COLUMNS) {
    const taken = [0, ...head.keys()].filter(
      (at, place) => place === 0 || (at >= from && at < from + MOST_PAPER_COLUMNS),
    );
    const align = (at: number) => (kinds[at] === 'number' ? 'right' : 'left');
    const rowOf = (cells: readonly string[]) => taken.map((at) => tableCell(cells[at] ?? '', align(at)));
    const widths = taken.map((at) => (kinds[at] === 'text' ? 2.4 : 1.2));
    const whole = widths.reduce((sum, width) => sum + width, 0);
    parts.push({
      type: 'table',
      legend: [],
      columns: widths.map((width) => width / whole),
      rows: [
        { isHeader: true, cells: taken.map((at) => tableCell(head[at] ?? '', 'center')) },
        ...rows.map((cells) => ({ isHeader: false, cells: rowOf(cells) })),
        ...subtotals.map(({ cells }) => ({ isHeader: false, cells: rowOf(cells.map(({ text }) => text)) })),
        ...(totals === undefined ? [] : [{ isHeader: false, cells: rowOf(totals.map(({ text }) => text)) }]),
      ],
    });
  }
  return parts;
}

function tableCell(text: string, align: TableCell['align']): TableCell {
  return { children: inline(text), columnSpan: 1, rowSpan: 1, align };
}

function textParagraph(text: string): Block {
  return { type: 'paragraph', children: inline(text) };
}

function inline(text: string): readonly Inline[] {
  return text === '' ? [] : [{ type: 'text', text }];
}
