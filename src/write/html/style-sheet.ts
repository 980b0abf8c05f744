import {
  A4,
  PAGE_NUMBER_INDENT,
  type ParagraphFormat,
  type ParagraphRole,
  ROLE_FORMATS,
  SIZES,
} from '../../format/gb9704.ts';
import { isBold, type Layout, linePitchOf, type PageMargins, sizeOf } from '../../format/layout.ts';
import { fontFamily, latinFace } from './font-families.ts';

/** The page's own style sheet: paper on the screen, pages when printed, the same formats as the .docx. */
export function styleSheet(layout: Layout): string {
  return [latinFace(layout), sheetRules(layout), printed(layout)].join('\n');
}

/** How sheets and what is on them look on a screen; fonts are those that `latinFace` declares, and the machine's. */
export function sheetRules(layout: Layout): string {
  const roles = Object.keys(ROLE_FORMATS) as ParagraphRole[];
  const rules = roles.map((role) => `.${role}{${cssDeclarations(role, layout)}}`);
  return [paper(layout), ...rules, ...words(layout)].join('\n');
}

/** Twips as points. */
export function inPoints(twips: number): string {
  return `${Number((twips / 20).toFixed(3))}pt`;
}

function marginsOf({ top, right, bottom, left }: PageMargins): string {
  return [top, right, bottom, left].map(inPoints).join(' ');
}

/** A page laid on its side keeps its margins on the paper. */
function turned({ top, right, bottom, left }: PageMargins): PageMargins {
  return { top: left, right: top, bottom: right, left: bottom };
}

function paper(layout: Layout): string {
  return `*{box-sizing:border-box}
html{background:#8a8a8a}
body{margin:0;color:#000;-webkit-text-size-adjust:none}
.sheet{position:relative;width:${inPoints(A4.width)};min-height:${inPoints(A4.height)};margin:8mm auto;padding:${marginsOf(layout.margins)};background:#fff;box-shadow:0 1mm 4mm #0006}
.landscape{width:${inPoints(A4.height)};min-height:${inPoints(A4.width)};padding:${marginsOf(turned(layout.margins))}}
p,h1,h2,h3,h4,h5,h6,caption{margin:0;font-weight:normal;white-space:pre-wrap;overflow-wrap:anywhere;line-break:strict}
.blank{height:${inPoints(linePitchOf(layout))}}
.header{position:absolute;top:${inPoints(A4.header)};right:${inPoints(layout.margins.right)}}
table{width:100%;border-collapse:collapse;table-layout:fixed}
td,th{border:.5pt solid #000;padding:1pt 5.4pt;height:8mm;font-weight:normal;vertical-align:middle;white-space:pre-wrap;overflow-wrap:anywhere}
.legend{display:flex;justify-content:space-between}
mark{background:#ff0}`;
}

const MEDIA =
  '@media print{html{background:none}.sheet{width:auto;min-height:0;margin:0;padding:0;box-shadow:none;break-after:page}.sheet:last-child{break-after:auto}.landscape{page:landscape}.header{position:fixed;top:-15mm;right:0}thead{display:table-header-group}tr{break-inside:avoid}h1,h2,h3,h4,h5,.attachmentMark{break-after:avoid}mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}}';

function printed(layout: Layout): string {
  return `@page{size:A4;margin:${marginsOf(layout.margins)}}
${pageNumbers(layout)}@page landscape{size:A4 landscape;margin:${marginsOf(turned(layout.margins))}}
${MEDIA}`;
}

function pageNumbers({ pageNumber: { text, place }, fonts, sizes }: Layout): string {
  if (text === '') return '';
  const [before = '', after = ''] = text.split('1');
  const content = `content:${cssText(before)} counter(page) ${cssText(after)}`;
  const look = `${content};font:${sizes.pageNumber / 2}pt "${fonts.pageNumber}",SimSun,serif`;
  const rule = (pages: string, side: string) =>
    `@page:${pages}{@bottom-${side}{${look}${paddingOf(side)}}}\n`;
  return place === 'outer'
    ? rule('right', 'right') + rule('left', 'left')
    : rule('right', place) + rule('left', place);
}

function paddingOf(side: string): string {
  return side === 'center' ? '' : `;padding-${side}:14pt`;
}

/** A text as a string of CSS. */
function cssText(text: string): string {
  return `"${text.replace(/["\\<]/g, '')}"`;
}

/** Where the number of a page stands that was drawn for a screen, 7.5: an element of its own, on an odd or an even page. */
export function pageNumberRules({ pageNumber: { place }, margins, fonts, sizes }: Layout): string {
  const size = sizes.pageNumber / 2;
  const font = `${size}pt/${size + 2}pt "${fonts.pageNumber}",SimSun,"Songti SC","Noto Serif CJK SC",serif`;
  const low = `bottom:${inPoints(Math.max(0, margins.bottom - A4.bottom + A4.footer))}`;
  const [odd, even] = place === 'outer' ? (['right', 'left'] as const) : ([place, place] as const);
  return `.page-number{position:absolute;${low};color:#000;font:${font}}
.page-number.odd{${sideOf(odd)}}
.page-number.even{${sideOf(even)}}`;

  function sideOf(side: 'left' | 'right' | 'center'): string {
    return side === 'center'
      ? `left:${inPoints(margins.left)};right:${inPoints(margins.right)};text-align:center`
      : `${side}:${inPoints(margins[side] + PAGE_NUMBER_INDENT)}`;
  }
}

function cssDeclarations(role: ParagraphRole, layout: Layout): string {
  const format: ParagraphFormat = ROLE_FORMATS[role];
  const size = sizeOf(format, layout);
  return [
    `font-family:${fontFamily(format.font, layout)}`,
    `font-size:${size / 2}pt`,
    `letter-spacing:${size === SIZES.三号 ? inPoints(A4.characterSpacing) : '0'}`,
    `line-height:${lineHeight(format.line, layout)}`,
    `text-align:${format.align}`,
    ...(format.indent === 2 ? ['text-indent:2em'] : []),
    ...(isBold(role, layout) ? ['font-weight:bold'] : []),
  ].join(';');
}

function lineHeight(line: ParagraphFormat['line'], layout: Layout): string {
  if (line === 'single') return '1.3';
  return inPoints(line === 'grid' ? linePitchOf(layout) : line);
}

/** The words of run-in headings. */
function words(layout: Layout): readonly string[] {
  return ([1, 2, 3, 4] as const).map((level) => {
    const role = `heading${level}` as const;
    const size = layout.sizes[role] === layout.sizes.body ? '' : `;font-size:${layout.sizes[role] / 2}pt`;
    const weight = isBold(role, layout) ? ';font-weight:bold' : '';
    return `.words${level}{font-family:${fontFamily(ROLE_FORMATS[role].font, layout)}${size}${weight}}`;
  });
}
