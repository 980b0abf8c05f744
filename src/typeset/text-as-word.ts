import { closeArchive, EMPTY_HEAD, makeEntry } from '../ooxml/zip.ts';
import { textXml } from '../write/docx/runs.ts';
import { WORD_NAMESPACES, XML_DECLARATION } from '../write/docx/xml.ts';

/** A plain text as a Word file that nobody set: each line a paragraph. So one way leads from either to a report. */
export function textAsWord(text: string): Uint8Array {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const body = lines.map((line) => `<w:p>${line === '' ? '' : `<w:r>${textXml(line)}</w:r>`}</w:p>`).join('');
  const document = `${XML_DECLARATION}<w:document ${WORD_NAMESPACES}><w:body>${body}</w:body></w:document>`;
  return closeArchive(EMPTY_HEAD, [makeEntry('word/document.xml', document, 'none')], '');
}
