import { type FontRole, STANDARD_FONTS } from './gb9704.ts';

/**
 * How a report is laid out: the standard, with the variations that offices really have. Lengths are those of
 * `gb9704.ts`; nothing here may leave the 22 × 28 grid.
 */
export interface Layout {
  /** Font families by what they set; houses write 仿宋 for 仿宋_GB2312 and the like. */
  readonly fonts: Readonly<Record<FontRole, string>>;
  /** Common practice, not the standard, for headings `1.` */
  readonly isLevel3Bold: boolean;
  /** With a seal, the signatory stands centred over the date, GB/T 9704 7.3.5.1. */
  readonly hasSeal: boolean;
  /** 2 leaves the first page without a number; counting is the same. */
  readonly firstNumberedPage: 1 | 2;
}

/** GB/T 9704-2012 as it stands, for a report without a red head. */
export const STANDARD_LAYOUT: Layout = {
  fonts: STANDARD_FONTS,
  isLevel3Bold: false,
  hasSeal: false,
  firstNumberedPage: 1,
};

/** What an office sets otherwise than the standard does; what it leaves out stays the standard's. */
export interface LayoutVariations extends Partial<Omit<Layout, 'fonts'>> {
  readonly fonts?: Partial<Readonly<Record<FontRole, string>>>;
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

function vary({ fonts, level2: _, ...others }: LayoutVariations): Layout {
  return { ...STANDARD_LAYOUT, ...others, fonts: { ...STANDARD_FONTS, ...fonts } };
}
