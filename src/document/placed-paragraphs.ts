import { paragraphsIn } from '../docx/paragraphs-in.ts';
import type { WordDocument, WordParagraph } from '../docx/word-document.ts';
import type { FinishedDocument } from './finished-document.ts';

/** A paragraph of a Word file, shown or not, and where a reader would look for it. */
export interface PlacedParagraph {
  readonly paragraph: WordParagraph;
  readonly isBoxed: boolean;
  /** Index of its first line in the finished document, or, where it does not show, of the last one before it. */
  readonly at: number;
}

/** Every paragraph of a Word file, hidden and deleted ones too: the body, notes, headers and footers. */
export function placedParagraphs(document: FinishedDocument, word: WordDocument): PlacedParagraph[] {
  const shown = new Map<WordParagraph, number>();
  for (const { number, source } of document.paragraphs) {
    for (const { paragraph } of source?.shown.pieces ?? [])
      if (!shown.has(paragraph)) shown.set(paragraph, number - 1);
  }
  let at = 0;
  const stories = [
    word.body,
    ...[...word.footnotes, ...word.endnotes, ...word.headers].map(({ blocks }) => blocks),
  ];
  return stories.flatMap((blocks) =>
    [...paragraphsIn(blocks)].map((found) => {
      at = shown.get(found.paragraph) ?? at;
      return { ...found, at };
    }),
  );
}
