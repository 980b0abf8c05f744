import { A4 } from '../../format/gb9704.ts';
import type { Layout, PageMargins } from '../../format/layout.ts';
import { hasPagesOfTwoKinds } from './page-marks.ts';

/** The ids of the relationships to headers and footers, by what they are for. */
export const PAGE_MARK_IDS = {
  odd: 'rId4',
  even: 'rId5',
  first: 'rId6',
  landscapeOdd: 'rId7',
  landscapeEven: 'rId8',
  draft: 'rId9',
} as const;

export interface PageOptions {
  readonly orientation: 'portrait' | 'landscape';
  /** The section that the report begins with. */
  readonly isFirst: boolean;
  readonly isDraft: boolean;
  /** Of a report that is set anew: what its pages had besides. */
  readonly own?: {
    /** References to headers. */
    readonly headers: string;
    /** The first page has a header of its own; its page number is that of the odd ones. */
    readonly hasTitlePage: boolean;
    /** How notes are numbered: `w:footnotePr`, `w:endnotePr`. */
    readonly notes: string;
  };
}

/** The `w:sectPr` of one section. A page laid on its side keeps its four margins on the paper. */
export function sectionXml(layout: Layout, { orientation, isFirst, isDraft, own }: PageOptions): string {
  const isUnnumbered = isFirst && layout.firstNumberedPage === 2;
  const hasOwnFirstPage = isUnnumbered || own?.hasTitlePage === true;
  const isLandscape = orientation === 'landscape';
  const odd = isLandscape ? PAGE_MARK_IDS.landscapeOdd : PAGE_MARK_IDS.odd;
  return [
    '<w:sectPr>',
    own?.headers ?? '',
    isDraft ? headers(hasOwnFirstPage) : '',
    partReference('footer', 'default', odd),
    hasPagesOfTwoKinds(layout)
      ? partReference('footer', 'even', isLandscape ? PAGE_MARK_IDS.landscapeEven : PAGE_MARK_IDS.even)
      : '',
    hasOwnFirstPage ? partReference('footer', 'first', isUnnumbered ? PAGE_MARK_IDS.first : odd) : '',
    own?.notes ?? '',
    isFirst ? '' : '<w:type w:val="nextPage"/>',
    isLandscape ? landscapePage(layout.margins) : portraitPage(layout.margins),
    hasOwnFirstPage ? '<w:titlePg/>' : '',
    grid(layout),
    '</w:sectPr>',
  ].join('');
}

/** Lines of the text's own height snap to no grid. */
function grid({ lineSpacing }: Layout): string {
  return 'exact' in lineSpacing ? `<w:docGrid w:type="lines" w:linePitch="${lineSpacing.exact}"/>` : '';
}

function portraitPage(margins: PageMargins): string {
  return `<w:pgSz w:w="${A4.width}" w:h="${A4.height}"/>${marginsXml(margins, footerOf(margins))}`;
}

function landscapePage(margins: PageMargins): string {
  const { top, right, bottom, left } = margins;
  const turned = { top: left, right: top, bottom: right, left: bottom };
  return `<w:pgSz w:w="${A4.height}" w:h="${A4.width}" w:orient="landscape"/>${marginsXml(turned, footerOf(margins))}`;
}

function marginsXml({ top, right, bottom, left }: PageMargins, footer: number): string {
  return `<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="${A4.header}" w:footer="${footer}" w:gutter="0"/>`;
}

/** The page number keeps its distance from the text, 7.5, as far as a printer reaches. */
function footerOf({ bottom }: PageMargins): number {
  return Math.max(bottom - (A4.bottom - A4.footer), PRINTERS_EDGE);
}

/** 5 mm. */
const PRINTERS_EDGE = 283;

function headers(hasOwnFirstPage: boolean): string {
  const kinds = hasOwnFirstPage ? ['default', 'even', 'first'] : ['default', 'even'];
  return kinds.map((kind) => partReference('header', kind, PAGE_MARK_IDS.draft)).join('');
}

function partReference(part: 'header' | 'footer', type: string, id: string): string {
  return `<w:${part}Reference w:type="${type}" r:id="${id}"/>`;
}
