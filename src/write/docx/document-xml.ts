import { type Layout, textAreaOf } from '../../format/layout.ts';
import { breakTitle } from '../break-title.ts';
import { spansText } from '../closing-marks.ts';
import type { Printed, PrintedAttachment, PrintedBlock, Span } from '../printed.ts';
import { makeSpan } from '../spans.ts';
import { splitSpans } from '../split-spans.ts';
import { attachmentsNoteXml } from './attachments-note.ts';
import { blankLineXml, linesXml, POINT, paragraphXml, proseXml } from './paragraphs.ts';
import { runsXml } from './runs.ts';
import { sectionXml } from './sections.ts';
import { signatureXml } from './signature.ts';
import { ROLE_STYLES } from './styles.ts';
import { type TextArea, tableXml } from './tables.ts';
import { WORD_NAMESPACES, XML_DECLARATION } from './xml.ts';

/** word/document.xml. */
export function documentXml(printed: Printed, layout: Layout): string {
  const sections = pageSections(printed, layout);
  let body = '';
  for (const [index, { orientation, blocks }] of sections.entries()) {
    const section = sectionXml(layout, { orientation, isFirst: index === 0, isDraft: printed.isDraft });
    const closed = closedBlocks(blocks);
    body += index === sections.length - 1 ? joinedXml(closed) + section : endSection(closed, section);
  }
  return `${XML_DECLARATION}<w:document ${WORD_NAMESPACES}><w:body>${body}</w:body></w:document>`;
}

type Orientation = PrintedAttachment['orientation'];

/** Paragraphs and tables on pages of one orientation. */
export interface BodySection {
  readonly orientation: Orientation;
  readonly blocks: string[];
}

/** The report, then its attachments: a section lasts as long as the paper is not turned. */
export function pageSections(printed: Printed, layout: Layout): readonly BodySection[] {
  const sections: BodySection[] = [{ orientation: printed.orientation, blocks: reportXml(printed, layout) }];
  for (const attachment of printed.attachments) {
    const current = sections.at(-1);
    if (current?.orientation === attachment.orientation) {
      current.blocks.push(...attachmentXml(attachment, layout, true));
    } else {
      sections.push({
        orientation: attachment.orientation,
        blocks: attachmentXml(attachment, layout, false),
      });
    }
  }
  return sections;
}

function reportXml(printed: Printed, layout: Layout): string[] {
  const { title, subtitle, addressee, body, attachmentsNote, signatory, date, orientation } = printed;
  const hasSignature = signatory.length + date.length > 0;
  const blocks: string[] = [];
  if (title.length > 0) blocks.push(titleXml(ROLE_STYLES.title.id, title, layout));
  for (const line of subtitle) blocks.push(paragraphXml(ROLE_STYLES.subtitle.id, runsXml(line)));
  if (blocks.length > 0) blocks.push(blankLineXml());
  if (addressee.length > 0) blocks.push(paragraphXml(ROLE_STYLES.addressee.id, runsXml(addressee)));
  addBlocks(
    blocks,
    body,
    areaOf(orientation, layout),
    hasSignature && attachmentsNote.length <= ENTRIES_KEPT_TOGETHER,
  );
  if (attachmentsNote.length > 0) blocks.push(blankLineXml({ isKeptWithNext: true }));
  blocks.push(...attachmentsNoteXml(attachmentsNote, layout));
  if (hasSignature) blocks.push(blankLineXml({ isKeptWithNext: true }));
  blocks.push(...signatureXml(signatory, date, layout));
  return blocks;
}

/** With a note no longer than this, the end of the body, the note and the signature stay on one page. */
const ENTRIES_KEPT_TOGETHER = 6;

function titleXml(style: string, title: readonly Span[], layout: Layout): string {
  const lengths = breakTitle(spansText(title), layout).map((line) => line.length);
  return paragraphXml(style, linesXml(splitSpans(title, lengths)));
}

/** GB/T 9704 7.3.7: the mark on the first line, the title on the third. */
function attachmentXml(
  { mark, title, blocks, orientation }: PrintedAttachment,
  layout: Layout,
  startsPage: boolean,
): string[] {
  const xml = [
    paragraphXml(ROLE_STYLES.attachmentMark.id, runsXml([makeSpan(mark)]), { startsPage }),
    blankLineXml({ isKeptWithNext: true }),
    titleXml(ROLE_STYLES.attachmentTitle.id, title, layout),
    blankLineXml({ isKeptWithNext: true }),
  ];
  addBlocks(xml, blocks, areaOf(orientation, layout), false);
  return xml;
}

/** `keepsLast` holds the last paragraph on the page of the signature that follows. */
function addBlocks(xml: string[], blocks: readonly PrintedBlock[], area: TextArea, keepsLast: boolean): void {
  const last = blocks.length - 1;
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'table') {
      if (blocks[index - 1]?.type === 'table') xml.push(blankLineXml());
      xml.push(...tableXml(block, area));
    } else
      xml.push(keepsLast && index === last ? proseXml(block, { isKeptWithNext: true }) : proseXml(block));
  }
}

/** Where a table stands on pages of one orientation. */
export function areaOf(orientation: Orientation, layout: Layout): TextArea {
  const { width, height } = textAreaOf(layout);
  return orientation === 'portrait' ? { width, height } : { width: height, height: width };
}

/** A section's properties are in its last paragraph. */
export function endSection(blocks: readonly string[], section: string): string {
  const last = blocks.at(-1) ?? '';
  const end = last.lastIndexOf('</w:pPr>');
  return joinedXml(blocks.slice(0, -1)) + last.slice(0, end) + section + last.slice(end);
}

/** As `join('')`, but copied only where all of the text is. */
export function joinedXml(blocks: readonly string[]): string {
  let xml = '';
  for (const block of blocks) xml += block;
  return xml;
}

/** After a table Word wants a paragraph. */
export function closedBlocks(blocks: readonly string[]): readonly string[] {
  return blocks.at(-1)?.startsWith('<w:p>') ? blocks : [...blocks, POINT];
}
