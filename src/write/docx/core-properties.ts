import { escapeMarkup } from '../escape.ts';
import type { Properties } from '../writer.ts';
import { XML_DECLARATION } from './xml.ts';

/** docProps/core.xml: title, author, and the report's own date where other programs put the clock. */
export function corePropertiesXml(title: string, { author, date }: Properties): string {
  const time = `${date.toISOString().slice(0, 19)}Z`;
  const name = escapeMarkup(author);
  return `${XML_DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeMarkup(title)}</dc:title><dc:creator>${name}</dc:creator><cp:lastModifiedBy>${name}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`;
}
