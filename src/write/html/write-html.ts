import { sealed } from '../../bytes/trailing-mark.ts';
import type { Document } from '../../document/tree.ts';
import { WIDE_TABLE_COLUMNS } from '../../format/gb9704.ts';
import { type Layout, STANDARD_LAYOUT } from '../../format/layout.ts';
import { breakTitle } from '../break-title.ts';
import { spansText } from '../closing-marks.ts';
import { escapeMarkup } from '../escape.ts';
import { bodyWidthOf, textExtent } from '../measure.ts';
import { placeSignature, type SignaturePlace } from '../place-signature.ts';
import { printDocument } from '../print-document.ts';
import type { NoteEntry, Printed, PrintedAttachment, PrintedBlock, Span } from '../printed.ts';
import { splitSpans } from '../split-spans.ts';
import type { Properties } from '../writer.ts';
import { element, proseHtml, spansHtml, tableHtml } from './elements.ts';
import { NOTE_STYLE, NOTES_HINT } from './notes.ts';
import { inPoints, styleSheet } from './style-sheet.ts';

/** One page that needs nothing else: it looks like the paper, prints like it, and runs no script. It ends with our fingerprint. */
export function writeHtml(
  document: Document,
  { author, date }: Properties,
  layout: Layout = STANDARD_LAYOUT,
): Uint8Array {
  return writePrintedHtml(printDocument(document), { author, date }, layout);
}

/** The same for what is printed already; where it has notes of origins (see `noteOrigins`), each opens at a click, without a script. */
export function writePrintedHtml(
  printed: Printed,
  { author, date }: Properties,
  layout: Layout,
  hasNotes = false,
): Uint8Array {
  const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="author" content="${escapeMarkup(author)}">
<meta name="date" content="${date.toISOString().slice(0, 10)}">
<title>${escapeMarkup(spansText(printed.title))}</title>
<style>
${styleSheet(layout)}${hasNotes ? `\n${NOTE_STYLE}` : ''}
</style>
</head>
<body>
${hasNotes ? element('p', 'hint', NOTES_HINT) : ''}${sheetsHtml(printed, layout)}</body>
</html>
`;
  return sealed(Buffer.from(html), 'html', hasNotes ? 'copy' : printed.isDraft ? 'draft' : 'final');
}

/** The report and each of its attachments as a sheet of its own; how they look is `styleSheet`'s. */
export function sheetsHtml(printed: Printed, layout: Layout): string {
  const attachments = printed.attachments.map((attachment) =>
    sheet(attachmentHtml(attachment, layout), attachment.orientation, printed.isDraft),
  );
  return sheet(reportHtml(printed, layout), 'portrait', printed.isDraft) + attachments.join('');
}

function sheet(content: string, orientation: PrintedAttachment['orientation'], isDraft: boolean): string {
  const header = isDraft ? element('div', 'header', '草稿') : '';
  return `<section class="sheet ${orientation}">\n${header}${content}</section>\n`;
}

function reportHtml(printed: Printed, layout: Layout): string {
  const { title, subtitle, addressee, body, attachmentsNote, signatory, date } = printed;
  return [
    title.length > 0 ? titleHtml('h1', 'title', title, layout) : '',
    ...subtitle.map((line) => element('p', 'subtitle', spansHtml(line))),
    title.length + subtitle.length > 0 ? BLANK : '',
    addressee.length > 0 ? element('p', 'addressee', spansHtml(addressee)) : '',
    ...body.map(blockHtml),
    attachmentsNote.length > 0 ? BLANK : '',
    ...attachmentsNote.map((entry, index) => noteHtml(entry, index, layout.sizes.body)),
    signatory.length + date.length > 0 ? BLANK : '',
    signatureHtml(signatory, date, layout),
  ].join('');
}

const BLANK = '<div class="blank"></div>\n';

function titleHtml(tag: string, role: string, title: readonly Span[], layout: Layout): string {
  const lengths = breakTitle(spansText(title), layout).map((line) => line.length);
  const lines = splitSpans(title, lengths).map((line) => spansHtml(line));
  return element(tag, role, lines.join('<br>'));
}

function noteHtml({ label, name }: NoteEntry, index: number, size: number): string {
  const hanging = bodyWidthOf(label, size);
  const left = 2 * 10 * size + hanging + (index === 0 ? 0 : bodyWidthOf('附件：', size));
  const style = `padding-left:${inPoints(left)};text-indent:${inPoints(-hanging)}`;
  return element('p', 'attachmentsNote', escapeMarkup(label) + spansHtml(name), style);
}

function signatureHtml(signatory: readonly Span[], date: readonly Span[], layout: Layout): string {
  const size = layout.sizes.body;
  const places = placeSignature(
    textExtent(spansText(signatory), size),
    textExtent(spansText(date), size),
    layout,
  );
  return [
    signatory.length > 0 ? element('p', 'signatory', spansHtml(signatory), placing(places.signatory)) : '',
    date.length > 0 ? element('p', 'date', spansHtml(date), placing(places.date)) : '',
  ].join('');
}

function placing({ edge, indent }: SignaturePlace): string {
  return `padding-${edge}:${inPoints(indent)};text-align:${edge}`;
}

function attachmentHtml({ mark, title, blocks }: PrintedAttachment, layout: Layout): string {
  const heads =
    element('p', 'attachmentMark', escapeMarkup(mark)) +
    BLANK +
    titleHtml('h2', 'attachmentTitle', title, layout);
  return heads + BLANK + blocks.map(blockHtml).join('');
}

function blockHtml(block: PrintedBlock): string {
  if (block.type === 'paragraph') return proseHtml(block);
  return tableHtml(block, block.columns.length > WIDE_TABLE_COLUMNS ? 'tableSmall' : 'tableText');
}
