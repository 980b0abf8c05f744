import type { ValueOfShape } from '../facts/read-shape.ts';
import { SIZES, type SizeRole } from '../format/gb9704.ts';
import type { LayoutVariations, LineSpacing, PageMargins, PageNumberForm } from '../format/layout.ts';
import type { TEMPLATE_INFO } from './info-shape.ts';

/** What a template.yaml says under 版式. */
export type SaidLayout = NonNullable<ValueOfShape<typeof TEMPLATE_INFO>['layout']>;

/** The variations that a template.yaml asks for, in the units of `format/`. */
export function variationsOf(layout: SaidLayout): LayoutVariations {
  const { boldTitle, boldLevel1, boldLevel2, boldLevel3, level2, seal, pageNumberFrom } = layout;
  const { fonts, sizes, margins, lineSpacing, pageNumber } = layout;
  return {
    ...(boldTitle !== undefined && { isTitleBold: boldTitle === 'yes' }),
    ...(boldLevel1 !== undefined && { isLevel1Bold: boldLevel1 === 'yes' }),
    ...(boldLevel2 !== undefined && { isLevel2Bold: boldLevel2 === 'yes' }),
    ...(boldLevel3 !== undefined && { isLevel3Bold: boldLevel3 === 'yes' }),
    ...(level2 !== undefined && { level2 }),
    ...(seal !== undefined && { hasSeal: seal === 'yes' }),
    ...(pageNumberFrom !== undefined && { firstNumberedPage: pageNumberFrom === '2' ? 2 : 1 }),
    ...(fonts !== undefined && { fonts }),
    ...(sizes !== undefined && { sizes: sizesOf(sizes) }),
    ...(margins !== undefined && { margins: marginsOf(margins) }),
    ...(lineSpacing !== undefined && { lineSpacing: spacingOf(lineSpacing) }),
    ...(pageNumber !== undefined && { pageNumber: numberOf(pageNumber) }),
  };
}

function numberOf({ text, place }: NonNullable<SaidLayout['pageNumber']>): Partial<PageNumberForm> {
  return {
    ...(text !== undefined && { text: text === NO_NUMBER ? '' : text }),
    ...(place !== undefined && { place }),
  };
}

const NO_NUMBER = '无';

function sizesOf(said: Readonly<Partial<Record<SizeRole, string>>>): Partial<Record<SizeRole, number>> {
  return Object.fromEntries(Object.entries(said).map(([role, size]) => [role, halfPoints(size)]));
}

const NAMED_SIZES: Readonly<Record<string, number>> = SIZES;

function halfPoints(size: string): number {
  return NAMED_SIZES[size] ?? Number(size.replace('磅', '')) * 2;
}

function marginsOf(said: Readonly<Partial<Record<keyof PageMargins, string>>>): Partial<PageMargins> {
  const twips = (side: string) => Math.round((Number(side) * 1440) / 25.4);
  return Object.fromEntries(Object.entries(said).map(([name, side]) => [name, twips(side)]));
}

function spacingOf(said: string): LineSpacing {
  const number = Number.parseFloat(said);
  return said.endsWith('磅') ? { exact: Math.round(number * 20) } : { multiple: number };
}
