import { A4, FONTS, type FontRole } from './gb9704.ts';

/**
 * How a report is laid out: the standard, with the variations that offices really have. Lengths are those of
 * `gb9704.ts`; nothing here may leave the 22 × 28 grid.
 */
export interface Layout {
  readonly page: typeof A4;
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
  page: A4,
  fonts: FONTS,
  isLevel3Bold: false,
  hasSeal: false,
  firstNumberedPage: 1,
};

/** Where a layout is not the standard's, in words for whoever keeps the templates. */
export function deviationsOf(layout: Layout): readonly string[] {
  const fonts = (Object.keys(FONTS) as FontRole[])
    .filter((role) => layout.fonts[role] !== FONTS[role])
    .map((role) => `字体用 ${layout.fonts[role]}，国标惯用 ${FONTS[role]}`);
  return [
    ...fonts,
    ...(layout.isLevel3Bold ? ['三级标题加粗，国标未作此规定'] : []),
    ...(layout.firstNumberedPage === 2 ? ['首页不标页码，国标要求自正文起标注'] : []),
  ];
}
