import type { BorderLine, ParagraphProperties } from '../docx/properties.ts';
import type { ShownParagraph } from '../docx/shown-paragraphs.ts';
import { escapeXml } from '../ooxml/xml-text.ts';
import { lookingProperties } from './run-writer.ts';

/** The `w:pPr` of a paragraph that is to look as it does, whatever styles the new file has: everything is said at the paragraph. */
export function lookingParagraphXml(shown: ShownParagraph): string {
  const { formatting } = shown.document;
  const looks = formatting.paragraph(shown.paragraph);
  const mark = lookingProperties(formatting.mark(shown.paragraph));
  return [
    '<w:pPr>',
    looks.pageBreakBefore === true ? '<w:pageBreakBefore/>' : '',
    '<w:widowControl w:val="0"/>',
    bordersXml(looks),
    tabsXml(looks),
    '<w:snapToGrid w:val="0"/>',
    spacingXml(looks),
    indentXml(looks),
    `<w:jc w:val="${ALIGNMENT_VALUES[looks.alignment ?? 'both'] ?? 'both'}"/>`,
    `<w:rPr>${mark}</w:rPr></w:pPr>`,
  ].join('');
}

function bordersXml(looks: ParagraphProperties): string {
  const line = (side: string, border: BorderLine | undefined) =>
    border === undefined
      ? ''
      : `<w:${side} w:val="${escapeXml(border.style)}" w:sz="${border.size}" w:space="${border.space}" w:color="${escapeXml(border.color)}"/>`;
  const lines = [
    line('top', looks.borderTop),
    line('left', looks.borderLeft),
    line('bottom', looks.borderBottom),
    line('right', looks.borderRight),
    line('between', looks.borderBetween),
  ].join('');
  return lines === '' ? '' : `<w:pBdr>${lines}</w:pBdr>`;
}

function tabsXml({ tabs = [] }: ParagraphProperties): string {
  const stops = tabs.map(({ at, kind, leader }) => {
    const filled = leader === undefined ? '' : ` w:leader="${escapeXml(leader)}"`;
    return `<w:tab w:val="${escapeXml(kind)}"${filled} w:pos="${at}"/>`;
  });
  return stops.length === 0 ? '' : `<w:tabs>${stops.join('')}</w:tabs>`;
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
