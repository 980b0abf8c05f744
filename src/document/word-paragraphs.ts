import { type Shown, type ShownParagraph, shownParagraphs } from '../docx/shown-paragraphs.ts';
import type { WordDocument } from '../docx/word-document.ts';
import type { FinishedCell, PlainParagraph } from './finished-document.ts';
import { isMadeUpContents } from './made-up-contents.ts';
import { styleKind } from './style-kind.ts';

/** The paragraphs of a Word file as its reader sees them, with the numbers that Word sets; a line break begins a new one. */
export function wordParagraphs(document: WordDocument): Omit<Shown, 'paragraphs'> & {
  readonly paragraphs: PlainParagraph[];
} {
  const { paragraphs: shown, ...faults } = shownParagraphs(document);
  const tables = new Map<object, number>();
  const paragraphs = shown.flatMap((each) => (isNotRead(each) ? [] : paragraphLines(each, tables)));
  return { ...faults, paragraphs: withoutContents(paragraphs) };
}

/** A table of contents says what the headings say; the numbers of pages are nobody's prose. */
function isNotRead(shown: ShownParagraph): boolean {
  const { paragraph, document, story } = shown;
  if (paragraph.isContents || styleKind(document.styles, paragraph.properties.style) === 'contents')
    return true;
  return (
    (story === 'header' || story === 'footer') && (hasPageNumber(shown) || PAGE_NUMBER_ONLY.test(shown.text))
  );
}

/** A page's number that was typed: — 1 —, 第1页 共3页. */
const PAGE_NUMBER_ONLY = /^[\s\d\-－—–·•.．/第共页]*$/;

function hasPageNumber({ paragraph }: ShownParagraph): boolean {
  return paragraph.runs.some(
    ({ kind, text }) => kind === 'instruction' && /\b(?:NUM|SECTION)?PAGES?\b/i.test(text),
  );
}

function paragraphLines(shown: ShownParagraph, tables: Map<object, number>): PlainParagraph[] {
  if (shown.text.trim() === '') return [];
  const number = listNumberText(shown);
  const kind = plainKindOf(shown);
  const cell = cellOf(shown, tables);
  let at = 0;
  const lines: PlainParagraph[] = [];
  for (const line of shown.text.split('\n')) {
    const ahead = at === 0 ? number : '';
    if (line.trim() !== '') {
      const source = { shown, from: at };
      lines.push({ text: ahead + line, kind, numberLength: ahead.length, source, ...(cell && { cell }) });
    }
    at += line.length + 1;
  }
  return lines;
}

/** Word puts a gap after a number that a tab follows; in text it needs none. */
function listNumberText({ number }: ShownParagraph): string {
  if (number === undefined || number.text === '') return '';
  return number.suffix === 'space' ? `${number.text} ` : number.text;
}

function plainKindOf({ story, cell, paragraph, document }: ShownParagraph): PlainParagraph['kind'] {
  if (story === 'note') return 'note';
  if (story === 'header' || story === 'footer') return 'header';
  if (cell !== undefined) return 'cell';
  const { outlineLevel, style } = paragraph.properties;
  if (outlineLevel !== undefined) return outlineLevel < NO_OUTLINE_LEVEL ? 'heading' : 'paragraph';
  const kind = styleKind(document.styles, style);
  return kind === 'contents' ? 'paragraph' : kind;
}

/** `w:outlineLvl` 9 is body text. */
const NO_OUTLINE_LEVEL = 9;

function cellOf({ cell }: ShownParagraph, tables: Map<object, number>): FinishedCell | undefined {
  if (cell === undefined) return undefined;
  const table = tables.get(cell.table) ?? tables.size + 1;
  tables.set(cell.table, table);
  const { row, column, rowSpan, columnSpan } = cell;
  return { table, row: row + 1, column: column + 1, rowSpan, columnSpan };
}

function withoutContents(paragraphs: readonly PlainParagraph[]): PlainParagraph[] {
  const isContents = isMadeUpContents(paragraphs.map(({ text, kind }) => (kind === 'cell' ? '' : text)));
  return paragraphs.filter((_, index) => !isContents[index]);
}
