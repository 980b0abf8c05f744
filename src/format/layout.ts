import {
  A4,
  type FontRole,
  type ParagraphFormat,
  type ParagraphRole,
  ROLE_SIZES,
  type SizeRole,
  STANDARD_FONTS,
} from './gb9704.ts';

/**
 * How a report is laid out: the standard, with the variations that offices really have. Lengths are those of
 * `gb9704.ts`.
 */
export interface Layout {
  /** Font families by what they set; houses write 仿宋 for 仿宋_GB2312 and the like. */
  readonly fonts: Readonly<Record<FontRole, string>>;
  /** In half-points. */
  readonly sizes: Readonly<Record<SizeRole, number>>;
  /** Of an upright page, in twips. */
  readonly margins: PageMargins;
  readonly lineSpacing: LineSpacing;
  readonly pageNumber: PageNumberForm;
  readonly isTitleBold: boolean;
  readonly isLevel1Bold: boolean;
  readonly isLevel2Bold: boolean;
  /** Common practice, not the standard, for headings `1.` */
  readonly isLevel3Bold: boolean;
  /** With a seal, the signatory stands centred over the date, GB/T 9704 7.3.5.1. */
  readonly hasSeal: boolean;
  /** 2 leaves the first page without a number; counting is the same. */
  readonly firstNumberedPage: 1 | 2;
}

export interface PageMargins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** From line to line of the text: so many twips, or so many times the height of its font. */
export type LineSpacing = { readonly exact: number } | { readonly multiple: number };

/** 7.5: how page numbers are written and where they stand. */
export interface PageNumberForm {
  /** What prints on page 1; empty where pages have no number. */
  readonly text: string;
  /** `outer` is right on odd pages and left on even ones. */
  readonly place: 'outer' | 'center' | 'left' | 'right';
}

/** GB/T 9704-2012 as it stands, for a report without a red head. */
export const STANDARD_LAYOUT: Layout = {
  fonts: STANDARD_FONTS,
  sizes: ROLE_SIZES,
  margins: { top: A4.top, right: A4.right, bottom: A4.bottom, left: A4.left },
  lineSpacing: { exact: A4.line },
  pageNumber: { text: '— 1 —', place: 'outer' },
  isTitleBold: false,
  isLevel1Bold: false,
  isLevel2Bold: false,
  isLevel3Bold: false,
  hasSeal: false,
  firstNumberedPage: 1,
};

type Records = 'fonts' | 'sizes' | 'margins' | 'pageNumber';

/** What an office sets otherwise than the standard does; what it leaves out stays the standard's. */
export interface LayoutVariations extends Partial<Omit<Layout, Records>> {
  readonly fonts?: Partial<Layout['fonts']>;
  readonly sizes?: Partial<Layout['sizes']>;
  readonly margins?: Partial<PageMargins>;
  readonly pageNumber?: Partial<PageNumberForm>;
  /** Whether headings of level 2 open their paragraph or stand alone, whatever the template prints. */
  readonly level2?: 'run-in' | 'alone';
}

/** The standard's layout with an office's variations; the same object for the same variations. */
export function layoutOf(variations?: LayoutVariations): Layout {
  if (variations === undefined) return STANDARD_LAYOUT;
  const known = LAYOUTS.get(variations) ?? vary(variations);
  LAYOUTS.set(variations, known);
  return known;
}

const LAYOUTS = new WeakMap<LayoutVariations, Layout>();

/** Lower headings are set in the body's font, the word 附件 in that of the first level, 7.3.3 and 7.3.7. */
function vary({ level2: _, ...said }: LayoutVariations): Layout {
  const { fonts = {}, sizes, margins, pageNumber, ...others } = said;
  const { body = STANDARD_FONTS.body, heading1 = STANDARD_FONTS.heading1 } = fonts;
  return {
    ...STANDARD_LAYOUT,
    ...others,
    fonts: { ...STANDARD_FONTS, heading3: body, heading4: body, attachmentMark: heading1, ...fonts },
    sizes: { ...ROLE_SIZES, ...sizes },
    margins: { ...STANDARD_LAYOUT.margins, ...margins },
    pageNumber: { ...STANDARD_LAYOUT.pageNumber, ...pageNumber },
  };
}

/** The width and the height of an upright page's text area, in twips; a page laid on its side has them the other way round. */
export function textAreaOf({ margins }: Layout): { readonly width: number; readonly height: number } {
  return {
    width: A4.width - margins.left - margins.right,
    height: A4.height - margins.top - margins.bottom,
  };
}

/** The size of a paragraph of one role, in half-points. */
export function sizeOf({ size, sized }: ParagraphFormat, { sizes }: Layout): number {
  return sized === undefined ? size : sizes[sized];
}

/** Whether the paragraphs of a role are bold, which the standard has none of. */
export function isBold(role: ParagraphRole, layout: Layout): boolean {
  switch (role) {
    case 'title':
      return layout.isTitleBold;
    case 'heading1':
      return layout.isLevel1Bold;
    case 'heading2':
      return layout.isLevel2Bold;
    default:
      return role === 'heading3' && layout.isLevel3Bold;
  }
}

/** From line to line of the body, in twips; by the usual height of Chinese fonts where it depends on theirs. */
export function linePitchOf({ lineSpacing, sizes }: Layout): number {
  return 'exact' in lineSpacing
    ? lineSpacing.exact
    : Math.round(sizes.body * 10 * FONT_HEIGHT * lineSpacing.multiple);
}

const FONT_HEIGHT = 1.3;

/** Whether two say the same distance. */
export function isSameSpacing(one: LineSpacing, other: LineSpacing): boolean {
  if ('exact' in one) return 'exact' in other && one.exact === other.exact;
  return 'multiple' in other && one.multiple === other.multiple;
}
