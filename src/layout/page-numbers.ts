import { paragraphsIn } from '../docx/paragraphs-in.ts';
import type { HeaderFooter, WordDocument, WordParagraph } from '../docx/word-document.ts';

/** A page number in a header or a footer. */
export interface PageNumber {
  readonly paragraph: WordParagraph;
  /** What prints, the number itself as it was last counted. */
  readonly text: string;
  readonly kind: HeaderFooter['kind'];
  /** In a text box or a frame, where the paragraph's alignment says nothing of its place. */
  readonly isFloating: boolean;
  /** In a cell whose text is turned. */
  readonly isTurned: boolean;
}

/** The page number that a part (`word/footer1.xml`) prints. */
export function pageNumberIn({ headers }: WordDocument, part: string | undefined): PageNumber | undefined {
  const found = headers.find((each) => each.part === part);
  if (found === undefined) return undefined;
  for (const { paragraph, isBoxed } of paragraphsIn(found.blocks)) {
    if (!paragraph.runs.some(({ kind, text }) => kind === 'instruction' && /\bPAGE\b/i.test(text))) continue;
    const text = paragraph.runs
      .filter(({ isCode, kind }) => !isCode && kind !== 'instruction')
      .map((run) => run.text)
      .join('');
    const isFloating = isBoxed || paragraph.properties.isFramed === true;
    const isTurned = /^(?:tb|bt)/i.test(paragraph.cell?.textDirection ?? '');
    return { paragraph, text, kind: found.kind, isFloating, isTurned };
  }
  return undefined;
}
