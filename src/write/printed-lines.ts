import type { Printed, PrintedBlock, Span } from './printed.ts';

/** Every line of a printed document in the order in which it is read; numbers and marks that the writer sets alone are no lines. */
export function printedLines(printed: Printed): (readonly Span[])[] {
  const lines: (readonly Span[])[] = [];
  mapLines(printed, (spans) => {
    lines.push(spans);
    return spans;
  });
  return lines;
}

/** The document with each of its lines made anew, in the order in which they are read. */
export function mapLines(printed: Printed, map: (spans: readonly Span[]) => readonly Span[]): Printed {
  return {
    ...printed,
    title: map(printed.title),
    subtitle: printed.subtitle.map(map),
    addressee: map(printed.addressee),
    body: printed.body.map((block) => mapBlock(block, map)),
    attachmentsNote: printed.attachmentsNote.map((entry) => ({ ...entry, name: map(entry.name) })),
    signatory: map(printed.signatory),
    date: map(printed.date),
    attachments: printed.attachments.map((attachment) => ({
      ...attachment,
      title: map(attachment.title),
      blocks: attachment.blocks.map((block) => mapBlock(block, map)),
    })),
  };
}

function mapBlock(block: PrintedBlock, map: (spans: readonly Span[]) => readonly Span[]): PrintedBlock {
  if (block.type === 'paragraph') return { ...block, spans: map(block.spans) };
  return {
    ...block,
    caption: map(block.caption),
    legend: block.legend.map(map),
    rows: block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, spans: map(cell.spans) })),
    })),
  };
}
