import { isOfStandard } from '../layout/font-families.ts';
import type { Pdf } from './read-pdf.ts';

/** What is told of a PDF. */
export interface PdfFacts {
  readonly pages: number;
  /** PostScript names. */
  readonly fonts: readonly string[];
  /** Those of them that replace what the standard asks for. */
  readonly standIns: readonly string[];
}

export function pdfFacts({ pages, fonts }: Pdf): PdfFacts {
  return { pages: pages.length, fonts, standIns: standInsAmong(fonts) };
}

/** Of the fonts of a PDF those that replace what the standard asks for. */
function standInsAmong(fonts: readonly string[]): string[] {
  return fonts.filter((font) => !isOfStandard(font));
}

/** A notice for people, each font once; empty where none stands in. */
export function describeStandIns(standIns: Iterable<string>): string {
  const fonts = [...new Set(standIns)];
  if (fonts.length === 0) return '';
  return `注意：PDF 里有代替的字体（${fonts.join('、')}），这台机器没有装齐公文规定的字体，字形和分页可能与装齐的机器不同。\n  用 report doctor 看缺哪些；.docx 不受影响。\n`;
}
