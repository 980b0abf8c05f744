import type { Document } from '../document/tree.ts';
import { spansText } from './closing-marks.ts';
import { printDocument } from './print-document.ts';
import type { PrintedBlock, PrintedTable, Span } from './printed.ts';
import { tableGrid } from './table-grid.ts';

/** Plain text in UTF-8: a line is a paragraph, a table's row is a line with tabs between its cells. */
export function writeText(document: Document): Uint8Array {
  const printed = printDocument(document);
  const lines = [
    ...textLines([printed.title, ...printed.subtitle, printed.addressee]),
    ...printed.body.flatMap(blockAsLines),
    ...printed.attachmentsNote.map(({ label, name }) => label + spansText(name)),
    ...textLines([printed.signatory, printed.date]),
    ...printed.attachments.flatMap(({ mark, title, blocks }) => [
      mark,
      spansText(title),
      ...blocks.flatMap(blockAsLines),
    ]),
  ];
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function textLines(lines: readonly (readonly Span[])[]): string[] {
  return lines.filter((line) => line.length > 0).map(spansText);
}

function blockAsLines(block: PrintedBlock): string[] {
  return block.type === 'paragraph' ? [spansText(block.spans)] : tableLines(block);
}

/** Every row has all of its columns: a cell that hangs down from above is empty. */
function tableLines(table: PrintedTable): string[] {
  const { caption, legend } = table;
  return [
    ...textLines([caption]),
    ...(legend.length > 0 ? [legend.map(spansText).join('\t')] : []),
    ...tableGrid(table).map((row) => row.map(({ cell }) => spansText(cell?.spans ?? [])).join('\t')),
  ];
}
