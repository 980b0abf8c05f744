import {
  A4,
  type FontRole,
  type ParagraphFormat,
  type ParagraphRole,
  ROLE_FORMATS,
  SIZES,
} from '../../format/gb9704.ts';
import { isBold, type Layout, sizeOf } from '../../format/layout.ts';
import { escapeMarkup } from '../escape.ts';
import { headingWords, ROLE_STYLES, TABLE_STYLE } from './styles.ts';
import { WORD_NAMESPACES, XML_DECLARATION } from './xml.ts';

/** word/styles.xml: Normal is a line of the grid; every role of a paragraph has a style that is based on it. */
export function stylesXml(layout: Layout): string {
  const roles = Object.keys(ROLE_FORMATS) as ParagraphRole[];
  const styles = roles.map((role) => paragraphStyle(role, layout)).join('');
  const words = ([1, 2, 3, 4] as const).map((level) => wordsStyle(level, layout)).join('');
  return `${XML_DECLARATION}<w:styles ${WORD_NAMESPACES}>${defaults(layout)}${normal(layout)}${DEFAULT_STYLES}${styles}${words}</w:styles>`;
}

function defaults(layout: Layout): string {
  const size = `<w:sz w:val="${SIZES.三号}"/><w:szCs w:val="${SIZES.三号}"/>`;
  const languages = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>';
  return `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('body', 'latin', layout)}${size}${languages}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
}

function normal(layout: Layout): string {
  const paragraph = `<w:widowControl w:val="0"/><w:kinsoku/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>${lineSpacing('grid', layout)}<w:jc w:val="both"/>`;
  const run = `${fonts('body', 'latin', layout)}<w:color w:val="000000"/><w:spacing w:val="${A4.characterSpacing}"/><w:kern w:val="0"/><w:sz w:val="${SIZES.三号}"/><w:szCs w:val="${SIZES.三号}"/>`;
  return `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

const DEFAULT_STYLES = [
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  `<w:style w:type="table" w:styleId="${TABLE_STYLE}"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${tableBorders()}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`,
].join('');

function tableBorders(): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  return sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join('');
}

function paragraphStyle(role: ParagraphRole, layout: Layout): string {
  const { id, name } = ROLE_STYLES[role];
  const format: ParagraphFormat = ROLE_FORMATS[role];
  const isHeading = role.startsWith('heading');
  const next = isHeading ? `<w:next w:val="${ROLE_STYLES.body.id}"/>` : '';
  const link = isHeading && format.outline ? `<w:link w:val="${headingWords(format.outline)}"/>` : '';
  const head = `<w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next}${link}<w:qFormat/>`;
  const custom = /^[\x20-\x7e]+$/.test(name) ? '' : ' w:customStyle="1"';
  return `<w:style w:type="paragraph"${custom} w:styleId="${id}">${head}<w:pPr>${paragraphProperties(format, layout)}</w:pPr><w:rPr>${runProperties(format, isBold(role, layout), layout)}</w:rPr></w:style>`;
}

/** The linked style for the words of a run-in heading. */
function wordsStyle(level: 1 | 2 | 3 | 4, layout: Layout): string {
  const role = `heading${level}` as const;
  const format: ParagraphFormat = ROLE_FORMATS[role];
  const bold = isBold(role, layout) ? '<w:b/><w:bCs/>' : '';
  const size = sizeOf(format, layout);
  const sized = size === layout.sizes.body ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  const run = `${fonts(format.font, 'latin', layout)}${bold}${sized}`;
  return `<w:style w:type="character" w:customStyle="1" w:styleId="${headingWords(level)}"><w:name w:val="标题 ${level} 字符"/><w:link w:val="${ROLE_STYLES[role].id}"/><w:rPr>${run}</w:rPr></w:style>`;
}

function paragraphProperties(format: ParagraphFormat, layout: Layout): string {
  const { isKeptWithNext, line, indent, align, outline } = format;
  return [
    isKeptWithNext ? '<w:keepNext/>' : '',
    line === 'grid' ? '' : `<w:snapToGrid w:val="0"/>${lineSpacing(line, layout)}`,
    indent === 2 ? `<w:ind w:firstLineChars="200" w:firstLine="${2 * 10 * sizeOf(format, layout)}"/>` : '',
    align === 'justify' ? '' : `<w:jc w:val="${align}"/>`,
    outline ? `<w:outlineLvl w:val="${outline - 1}"/>` : '',
  ].join('');
}

function lineSpacing(line: ParagraphFormat['line'], { lineSpacing: asked }: Layout): string {
  if (line === 'single') return spacing(240, 'auto');
  if (line !== 'grid') return spacing(line, 'exact');
  return 'exact' in asked ? spacing(asked.exact, 'exact') : spacing(Math.round(240 * asked.multiple), 'auto');
}

function spacing(line: number, rule: 'auto' | 'exact'): string {
  return `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="${rule}"/>`;
}

function runProperties(format: ParagraphFormat, bold: boolean, layout: Layout): string {
  const { font, latin } = format;
  const size = sizeOf(format, layout);
  return [
    layout.fonts[font] === layout.fonts.body && latin === undefined
      ? ''
      : fonts(font, latin ?? 'latin', layout),
    bold ? '<w:b/><w:bCs/>' : '',
    size === SIZES.三号 ? '' : `<w:spacing w:val="0"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ].join('');
}

function fonts(chinese: FontRole, latin: FontRole, layout: Layout): string {
  const narrow = escapeMarkup(layout.fonts[latin]);
  const wide = escapeMarkup(layout.fonts[chinese]);
  return `<w:rFonts w:ascii="${narrow}" w:eastAsia="${wide}" w:hAnsi="${narrow}" w:cs="${narrow}"/>`;
}
