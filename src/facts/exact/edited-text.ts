import type { TextStretch } from '../slip.ts';

/** A replacement in a text, in UTF-16 offsets. */
export interface MendingEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with slips mended so that the rest can still be read, and the way back to what was written. */
export interface EditedText {
  readonly text: string;
  /** The offset in the original for one in the edited text. */
  toOriginal(offset: number): number;
}

/** Makes edits that do not overlap; of two that do, the later one is dropped. */
export function editText(original: string, edits: readonly MendingEdit[]): EditedText {
  const ordered = dropOverlaps([...edits].sort((a, b) => a.start - b.start));
  let text = '';
  let end = 0;
  const marks: { readonly at: number; readonly edit: MendingEdit }[] = [];
  for (const edit of ordered) {
    text += original.slice(end, edit.start);
    marks.push({ at: text.length, edit });
    text += edit.text;
    end = edit.end;
  }
  return { text: text + original.slice(end), toOriginal: (offset) => originalOffset(marks, offset) };
}

function dropOverlaps(edits: readonly MendingEdit[]): MendingEdit[] {
  const kept: MendingEdit[] = [];
  for (const edit of edits) if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  return kept;
}

function originalOffset(
  marks: readonly { readonly at: number; readonly edit: MendingEdit }[],
  offset: number,
): number {
  let shift = 0;
  for (const { at, edit } of marks) {
    if (offset < at) break;
    if (offset < at + edit.text.length) return Math.min(edit.start + (offset - at), edit.end);
    shift = edit.end - (at + edit.text.length);
  }
  return offset + shift;
}

/** A stretch of the edited text as one of the original. */
export function toOriginal<T extends TextStretch>(stretch: T, edited: EditedText): T {
  return { ...stretch, start: edited.toOriginal(stretch.start), end: edited.toOriginal(stretch.end) };
}
