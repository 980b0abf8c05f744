import type { Document } from '../../document/tree.ts';
import { textOf } from '../closing-marks.ts';
import { printDocument } from '../print-document.ts';
import type { PrintedBlock, PrintedTable, Span } from '../printed.ts';

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

function tableLines({ caption, legend, rows }: PrintedTable): string[] {
  return [
    ...paragraphs([caption]),
    ...(legend.length > 0 ? [legend.map(textOf).join('\t')] : []),
    ...rows.map(({ cells }) => cells.map(({ spans }) => textOf(spans)).join('\t')),
  ];
}
