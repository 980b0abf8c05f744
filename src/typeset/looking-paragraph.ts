import { partNames } from '../docx/mark/part-names.ts';
import type { ParagraphProperties } from '../docx/properties.ts';
import type { ShownParagraph } from '../docx/shown-paragraphs.ts';
import type { WordDocument } from '../docx/word-document.ts';
import { lookingProperties } from './run-writer.ts';
import type { Typesetting } from './typesetting.ts';

/** The `w:pPr` of a paragraph that is to look as it does, whatever styles the new file has: everything is said at the paragraph. */
export function lookingParagraphXml(shown: ShownParagraph, typesetting: Typesetting): string {
  const { formatting } = shown.document;
  const looks = formatting.paragraph(shown.paragraph);
  const mark = lookingProperties(formatting.mark(shown.paragraph));
  return [
    '<w:pPr>',
    looks.pageBreakBefore === true ? '<w:pageBreakBefore/>' : '',
    '<w:widowControl w:val="0"/>',
    rawProperty(shown, 'pBdr', typesetting),
    rawProperty(shown, 'tabs', typesetting),
    '<w:snapToGrid w:val="0"/>',
    spacingXml(looks),
    indentXml(looks),
    `<w:jc w:val="${ALIGNMENT_VALUES[looks.alignment ?? 'both'] ?? 'both'}"/>`,
    `<w:rPr>${mark}</w:rPr></w:pPr>`,
  ].join('');
}

function spacingXml(looks: ParagraphProperties): string {
  const { before = 0, after = 0, line = 240, lineRule = 'auto', beforeLines = 0, afterLines = 0 } = looks;
  const inLines = (name: string, lines: number) => (lines === 0 ? '' : ` w:${name}="${lines}"`);
  return `<w:spacing${inLines('beforeLines', beforeLines)} w:before="${before}"${inLines('afterLines', afterLines)} w:after="${after}" w:line="${line}" w:lineRule="${lineRule}"/>`;
}

function indentXml({
  left = 0,
  right = 0,
  firstLine = 0,
  leftChars = 0,
  rightChars = 0,
  firstLineChars = 0,
}: ParagraphProperties): string {
  const first = (value: number, unit: '' | 'Chars') =>
    value < 0 ? ` w:hanging${unit}="${-value}"` : ` w:firstLine${unit}="${value}"`;
  return `<w:ind w:leftChars="${leftChars}" w:left="${left}" w:rightChars="${rightChars}" w:right="${right}"${first(firstLineChars, 'Chars')}${first(firstLine, '')}/>`;
}

const ALIGNMENT_VALUES: Readonly<Record<string, string>> = {
  left: 'left',
  right: 'right',
  center: 'center',
  both: 'both',
  distribute: 'distribute',
};

/** Borders and tabs, which are read nowhere: as the paragraph writes them, or the nearest of its styles that does. */
function rawProperty(
  { paragraph, document }: ShownParagraph,
  name: string,
  typesetting: Typesetting,
): string {
  const part = typesetting.xmlOf(paragraph.part, document);
  const xml = part.slice(paragraph.start, paragraph.end);
  const own = elementIn(
    /^<[^>]*>\s*(<(?:[\w.-]+:)?pPr[\s>][\s\S]*?<\/(?:[\w.-]+:)?pPr>)/.exec(xml)?.[1] ?? '',
    name,
  );
  if (own !== '') return withOwnPrefix(own, part);
  const styles = stylesXmlOf(typesetting, document);
  for (const { id } of document.styles.chain('paragraph', paragraph.properties.style).toReversed()) {
    const found = elementIn(styleXml(styles, id), name);
    if (found !== '') return withOwnPrefix(found, styles);
  }
  return '';
}

function elementIn(xml: string, name: string): string {
  return new RegExp(`<([\\w.-]+:)?${name}(?:\\s[^>]*)?>[\\s\\S]*?</\\1${name}>`).exec(xml)?.[0] ?? '';
}

/** The part that the main part's styles are in; empty where there is none. */
export function stylesXmlOf(typesetting: Typesetting, document: WordDocument): string {
  const opened = typesetting.packageOf(document);
  const relations = opened.relationships(document.part);
  const found = Array.isArray(relations)
    ? relations.find(({ type }) => type === 'styles')?.target
    : undefined;
  return found !== undefined && opened.has(found) ? typesetting.xmlOf(found, document) : '';
}

/** A style's element, by its id. */
export function styleXml(styles: string, id: string): string {
  const at = styles.search(new RegExp(`<(?:[\\w.-]+:)?style\\s[^>]*styleId=["']${escapePattern(id)}["']`));
  if (at < 0) return '';
  const end = styles.indexOf('style>', at);
  return styles.slice(at, end < 0 ? undefined : end);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** With the prefix that this program has for WordprocessingML. */
function withOwnPrefix(xml: string, part: string): string {
  const { prefix } = partNames(part);
  return prefix === 'w' ? xml : xml.replace(new RegExp(`(</?|\\s)${escapePattern(prefix)}:`, 'g'), '$1w:');
}
