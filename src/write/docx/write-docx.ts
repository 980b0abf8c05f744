import { LABELS } from '../../bytes/label.ts';
import type { Document } from '../../document/tree.ts';
import { type Layout, STANDARD_LAYOUT } from '../../format/layout.ts';
import { closeArchive, makeEntry, type ZipEntry } from '../../ooxml/zip.ts';
import { spansText } from '../closing-marks.ts';
import { printDocument } from '../print-document.ts';
import type { Printed } from '../printed.ts';
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
  const body = makeEntry('word/document.xml', documentXml(printed, layout), 'each');
  return packDocx(printed, properties, { layout, body });
}

/** The whole file around word/document.xml. */
export function packDocx(
  printed: Printed,
  properties: Properties,
  { layout, body }: { readonly layout: Layout; readonly body: ZipEntry },
): Uint8Array {
  const hasLandscape = [printed, ...printed.attachments].some(
    ({ orientation }) => orientation === 'landscape',
  );
  const shell = shellOf(layout, { isDraft: printed.isDraft, hasLandscape });
  const title = corePropertiesXml(spansText(printed.title), properties);
  const entries = [makeEntry('docProps/core.xml', title, 'none'), body];
  return closeArchive(shell, entries, LABELS[printed.isDraft ? 'draft' : 'final']);
}
