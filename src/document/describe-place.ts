import type { Position } from '../diagnostics/diagnostic.ts';
import type { FinishedDocument, FinishedParagraph } from './finished-document.ts';
import { readHeadingMark } from './heading-mark.ts';

/**
 * Says where a place is as people find it in a finished report: `“三、存在的问题”第2段：“…党员300名,其中…”`. The line is a paragraph's number
 * and the column a character of what was typed in it; empty where there is no such paragraph.
 */
export function describePosition(
  { paragraphs }: Pick<FinishedDocument, 'paragraphs'>,
  place: Position,
): string {
  const index = paragraphs.findIndex(({ number }) => number === place.line);
  const paragraph = paragraphs[index];
  if (paragraph === undefined) return '';
  const where = WHERE[paragraph.role](paragraphs, index);
  if (paragraph.role === 'heading' && isShortParagraph(paragraph)) return where;
  return `${where}：“${quoteAround([...paragraph.text], place.column - 1 + (paragraph.numberLength ?? 0))}”`;
}

type Paragraphs = readonly FinishedParagraph[];

/** By the paragraph's role: what it is, or under which heading it stands. */
const WHERE: Readonly<Record<FinishedParagraph['role'], (paragraphs: Paragraphs, index: number) => string>> =
  {
    title: () => '总标题',
    salutation: () => '称谓',
    heading: (paragraphs, index) => `标题${nameHeading(paragraphs, index)}`,
    body(paragraphs, index) {
      const heading = headingAbove(paragraphs, index);
      const count = paragraphs.slice(heading + 1, index + 1).filter(({ role }) => role === 'body').length;
      return `${sectionPlace(paragraphs, heading)}第${count}段`;
    },
    cell: (paragraphs, index) =>
      `${sectionPlace(paragraphs, headingAbove(paragraphs, index))}${nameCell(paragraphs, index)}`,
    signature: () => '文末',
    note: () => '注释中',
    header: () => '页眉或页脚中',
  };

/** By row and column of the grid; the table by its number where there are several. */
function nameCell(paragraphs: Paragraphs, index: number): string {
  const cell = paragraphs[index]?.cell;
  if (cell === undefined) return '表格中';
  const isOnly = paragraphs.every((other) => (other.cell?.table ?? cell.table) === cell.table);
  return `${isOnly ? '' : `第${cell.table}个`}表格第${cell.row}行第${cell.column}列`;
}

/** -1 above the first heading. */
function headingAbove(paragraphs: Paragraphs, index: number): number {
  let above = index - 1;
  while (above >= 0 && paragraphs[above]?.role !== 'heading') above -= 1;
  return above;
}

function sectionPlace(paragraphs: Paragraphs, heading: number): string {
  if (heading >= 0) return nameHeading(paragraphs, heading);
  return paragraphs.some(({ role }) => role === 'heading') ? '开头' : '正文';
}

/** The heading in quotation marks; one that occurs several times after the heading that it is under. */
function nameHeading(paragraphs: Paragraphs, index: number): string {
  const heading = paragraphs[index];
  if (heading === undefined) return '';
  const isSame = ({ role, text }: FinishedParagraph) =>
    role === 'heading' && text.trim() === heading.text.trim();
  const upper = paragraphs.filter(isSame).length > 1 ? headingOver(paragraphs, index) : -1;
  return `${nameHeading(paragraphs, upper)}“${shortParagraph(heading)}”`;
}

/** The nearest heading of a higher level, by the numbers that both bear; -1 where there is none. */
function headingOver(paragraphs: Paragraphs, index: number): number {
  const level = headingMarkLevel(paragraphs[index]);
  let above = index - 1;
  while (
    above >= 0 &&
    !(paragraphs[above]?.role === 'heading' && headingMarkLevel(paragraphs[above]) < level)
  ) {
    above -= 1;
  }
  return above;
}

/** A heading without a number is of no level that could be compared. */
function headingMarkLevel(paragraph: FinishedParagraph | undefined): number {
  return readHeadingMark(paragraph?.text ?? '')?.level ?? Number.NaN;
}

function shortParagraph({ text }: FinishedParagraph): string {
  const characters = [...text.trim()];
  return characters.length <= LONGEST ? text.trim() : `${characters.slice(0, LONGEST).join('')}…`;
}

function isShortParagraph({ text }: FinishedParagraph): boolean {
  return [...text.trim()].length <= LONGEST;
}

/** The clause that a character is in, as much of it as is needed to find it by. */
function quoteAround(characters: readonly string[], at: number): string {
  let [from, to] = [Math.min(at, characters.length), Math.min(at, characters.length)];
  while (from > 0 && at - from < BEFORE && !isBorder(characters[from - 1])) from -= 1;
  while (to < characters.length && to - at < BEHIND && (to - at < LEAST || !isBorder(characters[to])))
    to += 1;
  const [head, tail] = [from > 0 ? '…' : '', to < characters.length ? '…' : ''];
  return `${head}${characters.slice(from, to).join('').trim()}${tail}`;
}

function isBorder(character = ''): boolean {
  return /[。；：！？，、]/.test(character);
}

/** In characters. */
const [LONGEST, BEFORE, BEHIND, LEAST] = [24, 8, 10, 4];
