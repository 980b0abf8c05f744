import { LABELS } from '../../bytes/label.ts';
import type { Document } from '../../document/tree.ts';
import { type Layout, STANDARD_LAYOUT } from '../../format/layout.ts';
import { closeArchive, makeEntry } from '../../ooxml/zip.ts';
import { spansText } from '../closing-marks.ts';
import { printDocument } from '../print-document.ts';
import type { Properties } from '../writer.ts';
import { corePropertiesXml } from './core-properties.ts';
import { documentXml } from './document-xml.ts';
import { shellOf } from './shell.ts';

/** Writes a .docx; what all reports share is taken as it was compressed, only the text is made anew. */
export function writeDocx(
  document: Document,
  properties: Properties,
  layout: Layout = STANDARD_LAYOUT,
): Uint8Array {
  const printed = printDocument(document);
  const hasLandscape = [printed, ...printed.attachments].some(
    ({ orientation }) => orientation === 'landscape',
  );
  const shell = shellOf(layout, { isDraft: printed.isDraft, hasLandscape });
  const entries = [
    makeEntry('docProps/core.xml', corePropertiesXml(spansText(printed.title), properties), 'none'),
    makeEntry('word/document.xml', documentXml(printed, layout), 'each'),
  ];
  return closeArchive(shell, entries, LABELS[printed.isDraft ? 'draft' : 'final']);
}
