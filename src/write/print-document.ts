import type { Attachment, Document } from '../document/tree.ts';
import { closedWith, withoutClosing } from './closing-marks.ts';
import { printBlocks } from './print-blocks.ts';
import { printInlines } from './print-inlines.ts';
import type { NoteEntry, Printed, PrintedAttachment } from './printed.ts';

/** Sets a document's numbers and closing marks, for whichever writer comes next. */
export function printDocument(document: Document): Printed {
  const { title, subtitle, addressee, body, signature, attachments, orientation, isDraft } = document;
  return {
    title: withoutClosing(printInlines(title)),
    subtitle: subtitle.map((line) => printInlines(line)),
    addressee: closedWith(printInlines(addressee ?? []), '：'),
    body: printBlocks(body),
    attachmentsNote: attachments.map(printNoteEntry),
    signatory: printInlines(signature.signatory ?? []),
    date: printInlines(signature.date ?? []),
    attachments: attachments.map(printAttachment).filter(({ blocks }) => blocks.length > 0),
    orientation: orientation ?? 'portrait',
    isDraft,
  };
}

/** GB/T 9704 7.3.4: numbered only where there are several; no closing mark. */
function printNoteEntry({ title }: Attachment, index: number, all: readonly Attachment[]): NoteEntry {
  const number = all.length > 1 ? `${index + 1}.` : '';
  return {
    label: index === 0 ? `附件：${number}` : number,
    name: withoutClosing(printInlines(title)),
  };
}

/** GB/T 9704 7.3.7. */
function printAttachment(
  { title, blocks, orientation }: Attachment,
  index: number,
  all: readonly Attachment[],
): PrintedAttachment {
  return {
    mark: all.length > 1 ? `附件${index + 1}` : '附件',
    title: withoutClosing(printInlines(title)),
    blocks: printBlocks(blocks),
    orientation,
  };
}
