import type { WordBlock, WordParagraph } from '../docx/word-document.ts';

/** Whether a paragraph says the number of its page, or of all pages. */
export function hasPageNumber({ runs }: WordParagraph): boolean {
  return runs.some(({ kind, text }) => kind === 'instruction' && /\b(?:NUM|SECTION)?PAGES?\b/i.test(text));
}

/** Without the paragraphs that say a page number, those in cells of a table too. */
export function withoutPageNumbers(blocks: readonly WordBlock[]): WordBlock[] {
  return blocks.flatMap((block): WordBlock[] => {
    if (block.kind === 'paragraph') return hasPageNumber(block) ? [] : [block];
    if (block.kind !== 'table') return [block];
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: withoutPageNumbers(cell.blocks) })),
    }));
    return [{ ...block, rows }];
  });
}
