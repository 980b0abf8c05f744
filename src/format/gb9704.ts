/**
 * GB/T 9704-2012 党政机关公文格式, as data. Lengths are twips (1 mm = 56.69, 1 pt = 20), sizes half-points; clause
 * numbers are beside what they rule.
 */

/** 5.1, 5.2, 7.5: A4 with 37, 28, 35 and 26 mm around a text area of 156 × 225 mm; 22 lines of 28 characters. */
export const A4 = {
  width: 11906,
  height: 16838,
  top: 2098,
  left: 1587,
  bottom: 1984,
  right: 1474,
  header: 1134,
  /** Puts the dash of the page number 7 mm under the text area. */
  footer: 1436,
  /** A line of the grid: 28.95 pt; 29 pt would leave 21 lines. */
  line: 579,
  /** Brings 28 characters of 16 pt into 156 mm. */
  characterSpacing: -5,
} as const;

/** The width of the text area on an upright page, and on one laid on its side. */
export const TEXT_WIDTH = A4.width - A4.left - A4.right;
export const LANDSCAPE_WIDTH = A4.height - A4.top - A4.bottom;

/** An indent of two characters of the body, 7.3.3. */
export const TWO_CHARACTERS = 640;
/** From one character of the body to the next, with its spacing. */
export const CHARACTER_PITCH = 315;

/** 5.2.2 and 7: the fonts by what they set. */
export const STANDARD_FONTS = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading1: '黑体',
  heading2: '楷体_GB2312',
  heading3: '仿宋_GB2312',
  heading4: '仿宋_GB2312',
  attachmentMark: '黑体',
  pageNumber: '宋体',
  latin: 'Times New Roman',
} as const;

export type FontRole = keyof typeof STANDARD_FONTS;

/** 号 to half-points. */
export const SIZES = {
  初号: 84,
  小初: 72,
  一号: 52,
  小一: 48,
  二号: 44,
  小二: 36,
  三号: 32,
  小三: 30,
  四号: 28,
  小四: 24,
  五号: 21,
  小五: 18,
  六号: 15,
  小六: 13,
} as const;

/** What a size is said for: the body with all that is set as it is, and what may stand out from it. */
export type SizeRole = 'title' | 'body' | `heading${1 | 2 | 3 | 4}` | 'pageNumber';

/** 5.2.2, 7.3.1, 7.3.3, 7.5: sizes by what they set, in half-points. */
export const ROLE_SIZES: Readonly<Record<SizeRole, number>> = {
  title: SIZES.二号,
  body: SIZES.三号,
  heading1: SIZES.三号,
  heading2: SIZES.三号,
  heading3: SIZES.三号,
  heading4: SIZES.三号,
  pageNumber: SIZES.四号,
};

/** How paragraphs of one role look. */
export interface ParagraphFormat {
  readonly font: FontRole;
  readonly latin?: FontRole;
  readonly size: number;
  /** Whose size an office may set otherwise; without one, `size` holds for every office. */
  readonly sized?: SizeRole;
  readonly align: 'left' | 'right' | 'center' | 'justify';
  /** Characters by which the first line is indented. */
  readonly indent: 0 | 2;
  /** `grid` is a line of the 22; a number is exact twips; `single` grows with the text. */
  readonly line: 'grid' | 'single' | number;
  /** The level that Word's navigation pane shows. */
  readonly outline?: 1 | 2 | 3 | 4;
  /** Stays on the page of what follows. */
  readonly isKeptWithNext?: boolean;
  readonly clause: string;
}

const PROSE = { font: 'body', size: SIZES.三号, align: 'justify', indent: 2, line: 'grid' } as const;
const BODY_FORMAT = { ...PROSE, sized: 'body' } as const;
const CENTRED = { size: SIZES.三号, align: 'center', indent: 0, line: 'grid' } as const;
const HEADING = { ...BODY_FORMAT, isKeptWithNext: true } as const;
const TABLE = { font: 'body', indent: 0, line: 'single' } as const;

/** Every role of a paragraph, with the clause that rules it. */
export const ROLE_FORMATS = {
  title: {
    ...CENTRED,
    font: 'title',
    size: SIZES.二号,
    sized: 'title',
    isKeptWithNext: true,
    clause: '7.3.1',
  },
  subtitle: { ...CENTRED, font: 'heading2', clause: '汇报材料惯例' },
  addressee: { ...BODY_FORMAT, indent: 0, clause: '7.3.2' },
  body: { ...BODY_FORMAT, clause: '7.3.3' },
  heading1: { ...HEADING, font: 'heading1', sized: 'heading1', outline: 1, clause: '7.3.3' },
  heading2: { ...HEADING, font: 'heading2', sized: 'heading2', outline: 2, clause: '7.3.3' },
  heading3: { ...HEADING, font: 'heading3', sized: 'heading3', outline: 3, clause: '7.3.3' },
  heading4: { ...HEADING, font: 'heading4', sized: 'heading4', outline: 4, clause: '7.3.3' },
  runIn1: { ...BODY_FORMAT, outline: 1, clause: '7.3.3' },
  runIn2: { ...BODY_FORMAT, outline: 2, clause: '7.3.3' },
  runIn3: { ...BODY_FORMAT, outline: 3, clause: '7.3.3' },
  runIn4: { ...BODY_FORMAT, outline: 4, clause: '7.3.3' },
  attachmentsNote: { ...BODY_FORMAT, indent: 0, clause: '7.3.4' },
  signatory: { ...BODY_FORMAT, align: 'right', indent: 0, isKeptWithNext: true, clause: '7.3.5' },
  date: { ...BODY_FORMAT, align: 'right', indent: 0, clause: '7.3.5' },
  attachmentMark: {
    ...PROSE,
    font: 'attachmentMark',
    align: 'left',
    indent: 0,
    isKeptWithNext: true,
    clause: '7.3.7',
  },
  attachmentTitle: { ...CENTRED, font: 'title', size: SIZES.二号, isKeptWithNext: true, clause: '7.3.7' },
  caption: { ...CENTRED, font: 'heading1', size: SIZES.小四, isKeptWithNext: true, clause: '惯例' },
  legend: { ...TABLE, size: SIZES.小四, align: 'left', isKeptWithNext: true, clause: '惯例' },
  tableText: { ...TABLE, size: SIZES.小四, align: 'left', clause: '惯例' },
  tableSmall: { ...TABLE, size: SIZES.五号, align: 'left', clause: '惯例' },
  header: { font: 'heading1', size: SIZES.四号, align: 'right', indent: 0, line: 'single', clause: '惯例' },
  footer: {
    font: 'pageNumber',
    latin: 'pageNumber',
    size: SIZES.四号,
    sized: 'pageNumber',
    align: 'right',
    indent: 0,
    line: 320,
    clause: '7.5',
  },
} as const satisfies Readonly<Record<string, ParagraphFormat>>;

export type ParagraphRole = keyof typeof ROLE_FORMATS;

/** A page number stands one character in from the edge of the text area, 7.5. */
export const PAGE_NUMBER_INDENT = 280;

/** Tables with more columns than this are set in 五号. */
export const WIDE_TABLE_COLUMNS = 6;
