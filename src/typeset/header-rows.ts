import type { WordTable, WordTableCell, WordTableRow } from '../docx/word-document.ts';
import type { Typesetting } from './typesetting.ts';

/**
 * How many rows at the top say what is in the columns: those that the file repeats on every page; else the first, with what its cells
 * reach down to, where it is all words and figures or a running number are under it, or the table is longer than a page.
 */
export function headerRows(
  { rows: all }: WordTable,
  rows: readonly WordTableRow[],
  typesetting: Typesetting,
): number {
  const told = rows.findIndex(({ isHeader }) => !isHeader);
  if (told !== 0) return told < 0 ? 0 : told;
  const [first] = rows;
  if (first === undefined || rows.length < LEAST_ROWS) return 0;
  const own = first.cells.filter(({ isContinued }) => !isContinued);
  const texts = own.map((cell) => cellTexts(cell, typesetting).join(''));
  const depth = Math.max(1, ...own.map(({ rowSpan }) => rowSpan));
  const isWords = texts.every(
    (text) => text !== '' && text.length <= LONGEST_HEAD && !FIGURE_CELL_TEXT.test(text),
  );
  if (depth >= rows.length || own.length < 2 || !isWords) return 0;
  return all.length > MOST_PAGE_LINES || hasFigures(rows.slice(depth), typesetting) ? depth : 0;
}

/** The texts of a cell's paragraphs, without the tables in it. */
export function cellTexts({ blocks }: WordTableCell, typesetting: Typesetting): string[] {
  return blocks.flatMap((block) => {
    const shown = block.kind === 'paragraph' ? typesetting.shownOf(block) : undefined;
    return shown === undefined ? [] : [`${shown.number?.text ?? ''}${shown.text}`.trim()];
  });
}

/** Whether some column is figures for the most part. */
function hasFigures(rows: readonly WordTableRow[], typesetting: Typesetting): boolean {
  const columns = new Map<number, { figures: number; words: number }>();
  for (const { cells } of rows) {
    for (const cell of cells) {
      const text = cellTexts(cell, typesetting).join('');
      if (text === '') continue;
      const count = columns.get(cell.column) ?? { figures: 0, words: 0 };
      if (FIGURE_CELL_TEXT.test(text)) count.figures += 1;
      else count.words += 1;
      columns.set(cell.column, count);
    }
  }
  return [...columns.values()].some(({ figures, words }) => figures >= 2 && figures > words);
}

const FIGURE_CELL_TEXT = /^[-+−－]?[\d０-９][\d０-９,，.．]*\s*[%％‰]?$/;
const LONGEST_HEAD = 20;
const LEAST_ROWS = 3;
const MOST_PAGE_LINES = 45;
