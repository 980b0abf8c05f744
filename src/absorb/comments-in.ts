import type { FinishedDocument } from '../document/finished-document.ts';
import type { WordBlock } from '../docx/word-document.ts';
import type { ListedComment } from './change.ts';
import { reportPlace } from './place-in.ts';

/** The comments of a Word file in their order, each with the paragraph that it begins in. */
export function commentsIn(document: FinishedDocument): ListedComment[] {
  const { word, paragraphs } = document;
  if (word === undefined) return [];
  const places = new Map<string, number>();
  for (const { number, source } of paragraphs) {
    for (const { kind, id } of source?.shown.paragraph.ranges ?? []) {
      if (kind.startsWith('comment') && !places.has(id)) places.set(id, number);
    }
  }
  return word.document.comments.map(({ id, author, blocks }) => {
    const paragraph = places.get(id);
    return {
      author,
      text: blocks
        .map(blockText)
        .filter((text) => text !== '')
        .join('\n'),
      ...(paragraph !== undefined && { paragraph, place: reportPlace(document, paragraph) }),
    };
  });
}

function blockText(block: WordBlock): string {
  if (block.kind !== 'paragraph') return '';
  return block.runs
    .filter(({ isCode, revisions }) => !isCode && !revisions.some(({ kind }) => kind === 'deleted'))
    .map(({ text }) => text)
    .join('')
    .trim();
}
