import { A4, type ParagraphFormat, type ParagraphRole, ROLE_FORMATS, SIZES } from '../../format/gb9704.ts';
import type { Layout } from '../../format/layout.ts';
import { fontFamily, latinFace } from './font-families.ts';

/** The page's own style sheet: paper on the screen, pages when printed, the same formats as the .docx. */
export function styleSheet(layout: Layout): string {
  return [latinFace(layout), sheetRules(layout), PRINT].join('\n');
}

/** How sheets and what stands on them look on a screen; fonts are those that `latinFace` declares, and the machine's. */
export function sheetRules(layout: Layout): string {
  const roles = Object.keys(ROLE_FORMATS) as ParagraphRole[];
  const rules = roles.map((role) => `.${role}{${declarations(role, layout)}}`);
  return [PAPER, ...rules, ...words(layout)].join('\n');
}

/** Twips as points. */
export function inPoints(twips: number): string {
  return `${Number((twips / 20).toFixed(3))}pt`;
}

const MARGINS = [A4.top, A4.right, A4.bottom, A4.left].map(inPoints).join(' ');
const TURNED_MARGINS = [A4.left, A4.top, A4.right, A4.bottom].map(inPoints).join(' ');

const PAPER = `*{box-sizing:border-box}
html{background:#8a8a8a}
body{margin:0;color:#000;-webkit-text-size-adjust:none}
.sheet{position:relative;width:${inPoints(A4.width)};min-height:${inPoints(A4.height)};margin:8mm auto;padding:${MARGINS};background:#fff;box-shadow:0 1mm 4mm #0006}
.landscape{width:${inPoints(A4.height)};min-height:${inPoints(A4.width)};padding:${TURNED_MARGINS}}
p,h1,h2,h3,h4,h5,h6,caption{margin:0;font-weight:normal;white-space:pre-wrap;overflow-wrap:anywhere;line-break:strict}
.blank{height:${inPoints(A4.line)}}
.header{position:absolute;top:${inPoints(A4.header)};right:${inPoints(A4.right)}}
table{width:100%;border-collapse:collapse;table-layout:fixed}
td,th{border:.5pt solid #000;padding:1pt 5.4pt;height:8mm;font-weight:normal;vertical-align:middle;white-space:pre-wrap;overflow-wrap:anywhere}
.legend{display:flex;justify-content:space-between}
mark{background:#ff0}`;

const PRINT = `@page{size:A4;margin:${MARGINS}}
@page:right{@bottom-right{content:"— " counter(page) " —";font:14pt "宋体",SimSun,serif;padding-right:14pt}}
@page:left{@bottom-left{content:"— " counter(page) " —";font:14pt "宋体",SimSun,serif;padding-left:14pt}}
@page landscape{size:A4 landscape;margin:${TURNED_MARGINS}}
@media print{html{background:none}.sheet{width:auto;min-height:0;margin:0;padding:0;box-shadow:none;break-after:page}.sheet:last-child{break-after:auto}.landscape{page:landscape}.header{position:fixed;top:-15mm;right:0}thead{display:table-header-group}tr{break-inside:avoid}h1,h2,h3,h4,h5,.attachmentMark{break-after:avoid}mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}}`;

function declarations(role: ParagraphRole, layout: Layout): string {
  const format: ParagraphFormat = ROLE_FORMATS[role];
  const isBold = layout.isLevel3Bold && role === 'heading3';
  return [
    `font-family:${fontFamily(format.font, layout)}`,
    `font-size:${format.size / 2}pt`,
    `letter-spacing:${format.size === SIZES.三号 ? inPoints(A4.characterSpacing) : '0'}`,
    `line-height:${lineHeight(format.line)}`,
    `text-align:${format.align}`,
    ...(format.indent === 2 ? ['text-indent:2em'] : []),
    ...(isBold ? ['font-weight:bold'] : []),
  ].join(';');
}

function lineHeight(line: ParagraphFormat['line']): string {
  if (line === 'single') return '1.3';
  return inPoints(line === 'grid' ? A4.line : line);
}

/** The words of run-in headings. */
function words(layout: Layout): readonly string[] {
  return ([1, 2, 3, 4] as const).map((level) => {
    const isBold = layout.isLevel3Bold && level === 3;
    const family = fontFamily(ROLE_FORMATS[`heading${level}`].font, layout);
    return `.words${level}{font-family:${family}${isBold ? ';font-weight:bold' : ''}}`;
  });
}
