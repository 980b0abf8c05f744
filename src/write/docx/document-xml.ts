import { LANDSCAPE_WIDTH, TEXT_WIDTH } from '../../format/gb9704.ts';
import type { Layout } from '../../format/layout.ts';
import { breakTitle } from '../break-title.ts';
import { textOf } from '../closing-marks.ts';
import type { Printed, PrintedAttachment, PrintedBlock, Span } from '../printed.ts';
import { makeSpan } from '../spans.ts';
import { splitSpans } from '../split-spans.ts';
import { attachmentsNoteXml } from './attachments-note.ts';
import { blankLineXml, linesXml, paragraphXml, proseXml } from './paragraphs.ts';
import { sectionXml } from './parts/sections.ts';
import { runsXml } from './runs.ts';
import { signatureXml } from './signature.ts';
import { STYLES } from './styles.ts';
import { tableXml } from './tables.ts';
import { WORD_NAMESPACES, XML_DECLARATION } from './xml.ts';

/** word/document.xml. */
export function documentXml(printed: Printed, layout: Layout): string {
  const sections = sectionsOf(printed, layout);
  const properties = sections.map(({ orientation }, index) =>
    sectionXml(layout, { orientation, isFirst: index === 0, isDraft: printed.isDraft }),
  );
  const last = sections.length - 1;
  const body = sections.map(({ blocks }, index) => {
    const section = properties[index] ?? '';
    return index === last ? closedBlocks(blocks).join('') + section : endSection(blocks, section);
  });
  return `${XML_DECLARATION}<w:document ${WORD_NAMESPACES}><w:body>${body.join('')}</w:body></w:document>`;
}

type Orientation = PrintedAttachment['orientation'];

/** Paragraphs and tables on pages of one orientation. */
interface Section {
  readonly orientation: Orientation;
  readonly blocks: string[];
}

/** The report, then its attachments: a section lasts as long as the paper is not turned. */
function sectionsOf(printed: Printed, layout: Layout): readonly Section[] {
  const sections: Section[] = [{ orientation: printed.orientation, blocks: reportXml(printed, layout) }];
  for (const attachment of printed.attachments) {
    const current = sections.at(-1);
    if (current?.orientation === attachment.orientation) {
      current.blocks.push(...attachmentXml(attachment, true));
    } else {
      sections.push({ orientation: attachment.orientation, blocks: attachmentXml(attachment, false) });
    }
  }
  return sections;
}

function reportXml(printed: Printed, layout: Layout): string[] {
  const { title, subtitle, addressee, body, attachmentsNote, signatory, date, orientation } = printed;
  const hasSignature = signatory.length + date.length > 0;
  const heads = title.length + subtitle.length > 0;
  return [
    ...(title.length > 0 ? [titleXml(STYLES.title.id, title)] : []),
    ...subtitle.map((line) => paragraphXml(STYLES.subtitle.id, runsXml(line))),
    ...(heads ? [blankLineXml()] : []),
    ...(addressee.length > 0 ? [paragraphXml(STYLES.addressee.id, runsXml(addressee))] : []),
    ...blocksXml(body, orientation, hasSignature && attachmentsNote.length <= KEPT_ENTRIES),
    ...(attachmentsNote.length > 0 ? [blankLineXml({ isKeptWithNext: true })] : []),
    ...attachmentsNoteXml(attachmentsNote),
    ...(hasSignature ? [blankLineXml({ isKeptWithNext: true })] : []),
    ...signatureXml(signatory, date, layout),
  ];
}

/** With a note no longer than this, the end of the body, the note and the signature stay on one page. */
const KEPT_ENTRIES = 6;

function titleXml(style: string, title: readonly Span[]): string {
  const lengths = breakTitle(textOf(title)).map((line) => line.length);
  return paragraphXml(style, linesXml(splitSpans(title, lengths)));
}

/** GB/T 9704 7.3.7: the mark on the first line, the title on the third. */
function attachmentXml(
  { mark, title, blocks, orientation }: PrintedAttachment,
  startsPage: boolean,
): string[] {
  return [
    paragraphXml(STYLES.attachmentMark.id, runsXml([makeSpan(mark)]), { startsPage }),
    blankLineXml({ isKeptWithNext: true }),
    titleXml(STYLES.attachmentTitle.id, title),
    blankLineXml({ isKeptWithNext: true }),
    ...blocksXml(blocks, orientation, false),
  ];
}

/** `keepsLast` holds the last paragraph on the page of the signature that follows. */
function blocksXml(blocks: readonly PrintedBlock[], orientation: Orientation, keepsLast: boolean): string[] {
  const width = orientation === 'portrait' ? TEXT_WIDTH : LANDSCAPE_WIDTH;
  return blocks.flatMap((block, index) => {
    const isKeptWithNext = keepsLast && index === blocks.length - 1;
    if (block.type === 'paragraph')
      return isKeptWithNext ? proseXml(block, { isKeptWithNext }) : proseXml(block);
    const xml = tableXml(block, width);
    return blocks[index - 1]?.type === 'table' ? [blankLineXml(), ...xml] : xml;
  });
}

/** A section's properties stand in its last paragraph. */
function endSection(blocks: readonly string[], section: string): string {
  const closed = closedBlocks(blocks);
  const last = closed.at(-1) ?? '';
  const end = last.lastIndexOf('</w:pPr>');
  return closed.slice(0, -1).join('') + last.slice(0, end) + section + last.slice(end);
}

/** Behind a table Word wants a paragraph; one of a point does not show, nor fill a page of its own. */
function closedBlocks(blocks: readonly string[]): readonly string[] {
  return blocks.at(-1)?.startsWith('<w:p>') ? blocks : [...blocks, POINT];
}

const POINT = paragraphXml('Normal', '', {
  placing:
    '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>',
});
