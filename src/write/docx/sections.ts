import { A4 } from '../../format/gb9704.ts';
import type { Layout } from '../../format/layout.ts';

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
    reference('footer', 'default', odd),
    reference('footer', 'even', isLandscape ? PAGE_MARK_IDS.landscapeEven : PAGE_MARK_IDS.even),
    hasOwnFirstPage ? reference('footer', 'first', isUnnumbered ? PAGE_MARK_IDS.first : odd) : '',
    own?.notes ?? '',
    isFirst ? '' : '<w:type w:val="nextPage"/>',
    isLandscape ? LANDSCAPE_PAGE : PORTRAIT_PAGE,
    hasOwnFirstPage ? '<w:titlePg/>' : '',
    `<w:docGrid w:type="lines" w:linePitch="${A4.line}"/></w:sectPr>`,
  ].join('');
}

const PORTRAIT_PAGE = `<w:pgSz w:w="${A4.width}" w:h="${A4.height}"/>${margins(A4.top, A4.right, A4.bottom, A4.left)}`;
const LANDSCAPE_PAGE = `<w:pgSz w:w="${A4.height}" w:h="${A4.width}" w:orient="landscape"/>${margins(A4.left, A4.top, A4.right, A4.bottom)}`;

function margins(top: number, right: number, bottom: number, left: number): string {
  return `<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="${A4.header}" w:footer="${A4.footer}" w:gutter="0"/>`;
}

function headers(hasOwnFirstPage: boolean): string {
  const kinds = hasOwnFirstPage ? ['default', 'even', 'first'] : ['default', 'even'];
  return kinds.map((kind) => reference('header', kind, PAGE_MARK_IDS.draft)).join('');
}

function reference(part: 'header' | 'footer', type: string, id: string): string {
  return `<w:${part}Reference w:type="${type}" r:id="${id}"/>`;
}
