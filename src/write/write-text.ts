import type { Document } from '../document/tree.ts';
import { textOf } from './closing-marks.ts';
import { printDocument } from './print-document.ts';
import type { PrintedBlock, PrintedTable, Span } from './printed.ts';
import { tableGrid } from './table-grid.ts';

/** Plain text in UTF-8: a line is a paragraph, a table's row is a line with tabs between its cells. */
export function writeText(document: Document): Uint8Array {
  const printed = printDocument(document);
  const lines = [
    ...paragraphs([printed.title, ...printed.subtitle, printed.addressee]),
    ...printed.body.flatMap(blockLines),
    ...printed.attachmentsNote.map(({ label, name }) => label + textOf(name)),
    ...paragraphs([printed.signatory, printed.date]),
    ...printed.attachments.flatMap(({ mark, title, blocks }) => [
      mark,
      textOf(title),
      ...blocks.flatMap(blockLines),
    ]),
  ];
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function paragraphs(lines: readonly (readonly Span[])[]): string[] {
  return lines.filter((line) => line.length > 0).map(textOf);
}

function blockLines(block: PrintedBlock): string[] {
  return block.type === 'paragraph' ? [textOf(block.spans)] : tableLines(block);
}

/** Every row has all of its columns: a cell that hangs down from above is empty. */
function tableLines(table: PrintedTable): string[] {
  const { caption, legend } = table;
  return [
    ...paragraphs([caption]),
    ...(legend.length > 0 ? [legend.map(textOf).join('\t')] : []),
    ...tableGrid(table).map((row) => row.map(({ cell }) => textOf(cell?.spans ?? [])).join('\t')),
  ];
}
