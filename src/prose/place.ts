import type { Anchor } from '../diagnostics/finding.ts';
import { type Passage, writtenSpan } from '../facts/passages.ts';
import type { PlainText } from '../facts/texts-of.ts';

/** Where `text.slice(start, end)` of a passage stands in what was written. */
export function placeIn(passage: Passage, start: number, end: number): Anchor {
  if (passage.isKey) return { path: passage.path, part: 'key' };
  return { path: passage.path, span: writtenSpan(passage, start, end) };
}

/** Where `text.slice(start, end)` of a plain text stands: a free key is shown whole. */
export function placeInPlain({ path, isKey }: PlainText, start: number, end: number): Anchor {
  return isKey ? { path, part: 'key' } : { path, span: [start, end] };
}

/** Whether a stretch touches a figure that a reference put in: such a figure comes from the facts, nobody wrote it. */
export function touchesReference(passage: Passage, start: number, end: number): boolean {
  return passage.references.some((reference) => reference.start < end && start < reference.end);
}

/** Whether a passage is a facts file's, where paths begin with a name; a finished document's paragraphs have numbers. */
export function isOfFacts({ path }: Passage): boolean {
  return path.charAt(0) > '9';
}
