import type { Anchor } from '../diagnostics/finding.ts';
import { type Passage, writtenSpan } from '../facts/passages.ts';
import type { PlainText } from '../facts/texts-of.ts';

/** Where `text.slice(start, end)` of a passage is in what was written. */
export function anchorIn(passage: Passage, start: number, end: number): Anchor {
  const { path, paragraph, isKey } = passage;
  if (isKey) return { path, part: 'key' };
  const span = writtenSpan(passage, start, end);
  return paragraph === undefined ? { path, span } : { paragraph, span };
}

/** Where `text.slice(start, end)` of a plain text stands: a free key is shown whole. */
export function placeInPlain({ path, isKey }: PlainText, start: number, end: number): Anchor {
  return isKey ? { path, part: 'key' } : { path, span: [start, end] };
}

/** Whether a stretch touches a figure that a reference put in: such a figure comes from the facts, nobody wrote it. */
export function touchesReference(passage: Passage, start: number, end: number): boolean {
  return passage.references.some((reference) => reference.start < end && start < reference.end);
}

/** Whether a passage is of a facts file; else it is of a finished document. */
export function isFactsPassage({ paragraph }: Passage): boolean {
  return paragraph === undefined;
}

/** Whether a passage of a facts file is an attachment's name, to which the writer sets number and mark. */
export function isAttachment({ path }: Passage): boolean {
  return path.startsWith('attachments');
}
