import type { WordBlock, WordParagraph } from './word-document.ts';

export interface FoundParagraph {
  readonly paragraph: WordParagraph;
  readonly isBoxed: boolean;
}

/** Every paragraph of some blocks, those of tables and text boxes too. */
export function* paragraphsIn(blocks: readonly WordBlock[], isBoxed = false): Generator<FoundParagraph> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      yield { paragraph: block, isBoxed };
      for (const box of block.boxes) yield* paragraphsIn(box, true);
    } else if (block.kind === 'table') {
      for (const { cells } of block.rows) for (const cell of cells) yield* paragraphsIn(cell.blocks, isBoxed);
    } else yield* paragraphsIn(block.document.body, isBoxed);
  }
}
