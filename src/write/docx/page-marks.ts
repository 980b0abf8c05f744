import { A4, PAGE_NUMBER_INDENT } from '../../format/gb9704.ts';
import { type Layout, textAreaOf } from '../../format/layout.ts';
import { escapeMarkup } from '../escape.ts';
import { ROLE_STYLES } from './styles.ts';
import { WORD_NAMESPACES, XML_DECLARATION } from './xml.ts';

type Pages = 'odd' | 'even';

/** Whether even pages have a page number of their own, which stands elsewhere than on odd ones. */
export function hasPagesOfTwoKinds({ pageNumber: { text, place } }: Layout): boolean {
  return text !== '' && place === 'outer';
}

/** The page number of an upright page, `— 1 —`: by the standard right on odd pages, left on even ones, GB/T 9704 7.5. */
export function footerXml(pages: Pages, layout: Layout): string {
  return footer(pageNumber(pages, layout));
}

/**
 * The page number of a page laid on its side. It stays where it is on the paper, GB/T 9704 7.5: turned, in the left
 * margin, near the bottom on odd pages and near the top on even ones. A table without borders carries it, since Word,
 * WPS and LibreOffice all place and turn one alike.
 */
export function landscapeFooterXml(pages: Pages, layout: Layout): string {
  const place = `<w:tblpPr w:horzAnchor="page" w:vertAnchor="page" w:tblpX="${A4.footer}" w:tblpY="${layout.margins.left}"/>`;
  const none = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>';
  const width = `<w:tblW w:w="320" w:type="dxa"/><w:tblLayout w:type="fixed"/>${none}`;
  const cell = `<w:tcPr><w:tcW w:w="320" w:type="dxa"/><w:textDirection w:val="tbRl"/></w:tcPr>${pageNumber(pages, layout)}`;
  const row = `<w:trPr><w:trHeight w:val="${textAreaOf(layout).width}" w:hRule="exact"/></w:trPr><w:tc>${cell}</w:tc>`;
  const table = `<w:tbl><w:tblPr>${place}${width}</w:tblPr><w:tblGrid><w:gridCol w:w="320"/></w:tblGrid><w:tr>${row}</w:tr></w:tbl>`;
  return footer(`${table}${EMPTY}`);
}

const EMPTY = `<w:p><w:pPr><w:pStyle w:val="${ROLE_STYLES.footer.id}"/></w:pPr></w:p>`;

/** A first page that carries no number. */
export function emptyFooterXml(): string {
  return footer(EMPTY);
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
function pageNumber(pages: Pages, { pageNumber: { text, place } }: Layout): string {
  if (text === '') return EMPTY;
  const [before = '', after = ''] = text.split('1');
  const field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>';
  return `<w:p><w:pPr><w:pStyle w:val="${ROLE_STYLES.footer.id}"/>${placing(pages, place)}</w:pPr>${words(before)}${field}${words(after)}</w:p>`;
}

function placing(pages: Pages, place: Layout['pageNumber']['place']): string {
  if (place !== 'outer') return `<w:jc w:val="${place}"/>`;
  const side = pages === 'odd' ? 'right' : 'left';
  return `<w:ind w:${side}="${PAGE_NUMBER_INDENT}"/><w:jc w:val="${side}"/>`;
}

function words(text: string): string {
  if (text === '') return '';
  return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r>`;
}
