import { A4, PAGE_NUMBER_INDENT, TEXT_WIDTH } from '../../format/gb9704.ts';
import { ROLE_STYLES } from './styles.ts';
import { WORD_NAMESPACES, XML_DECLARATION } from './xml.ts';

/** The page number of an upright page, `— 1 —`: right on odd pages, left on even ones, GB/T 9704 7.5. */
export function footerXml(side: 'left' | 'right'): string {
  return footer(pageNumber(side));
}

/**
 * The page number of a page laid on its side. It stays where it is on the paper, GB/T 9704 7.5: turned, in the left
 * margin, near the bottom on odd pages and near the top on even ones. A table without borders carries it, since Word,
 * WPS and LibreOffice all place and turn one alike.
 */
export function landscapeFooterXml(side: 'left' | 'right'): string {
  const place = `<w:tblpPr w:horzAnchor="page" w:vertAnchor="page" w:tblpX="${A4.footer}" w:tblpY="${A4.left}"/>`;
  const none = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>';
  const width = `<w:tblW w:w="320" w:type="dxa"/><w:tblLayout w:type="fixed"/>${none}`;
  const cell = `<w:tcPr><w:tcW w:w="320" w:type="dxa"/><w:textDirection w:val="tbRl"/></w:tcPr>${pageNumber(side)}`;
  const row = `<w:trPr><w:trHeight w:val="${TEXT_WIDTH}" w:hRule="exact"/></w:trPr><w:tc>${cell}</w:tc>`;
  const table = `<w:tbl><w:tblPr>${place}${width}</w:tblPr><w:tblGrid><w:gridCol w:w="320"/></w:tblGrid><w:tr>${row}</w:tr></w:tbl>`;
  return footer(`${table}<w:p><w:pPr><w:pStyle w:val="${ROLE_STYLES.footer.id}"/></w:pPr></w:p>`);
}

/** A first page that carries no number. */
export function emptyFooterXml(): string {
  return footer(`<w:p><w:pPr><w:pStyle w:val="${ROLE_STYLES.footer.id}"/></w:pPr></w:p>`);
}

/** 草稿 at the head of every page of a draft. */
export function draftHeaderXml(): string {
  const words = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>草稿</w:t></w:r>';
  return `${XML_DECLARATION}<w:hdr ${WORD_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="${ROLE_STYLES.header.id}"/></w:pPr>${words}</w:p></w:hdr>`;
}

function footer(content: string): string {
  return `${XML_DECLARATION}<w:ftr ${WORD_NAMESPACES}>${content}</w:ftr>`;
}

/** The field has a result, so that viewers which do not count pages show one. */
function pageNumber(side: 'left' | 'right'): string {
  const field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>';
  const indent = `<w:ind w:${side}="${PAGE_NUMBER_INDENT}"/><w:jc w:val="${side}"/>`;
  return `<w:p><w:pPr><w:pStyle w:val="${ROLE_STYLES.footer.id}"/>${indent}</w:pPr>${dash('— ')}${field}${dash(' —')}</w:p>`;
}

function dash(text: string): string {
  return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}
