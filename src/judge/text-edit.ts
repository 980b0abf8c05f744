/** A change to a text: what is between two UTF-16 offsets gives way. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The rule that asked for it. */
  readonly rule: string;
}

/** The edits in order, without those that overlap an earlier one. */
export function withoutOverlaps<E extends TextEdit>(edits: readonly E[]): E[] {
  const kept: E[] = [];
  let end = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < end) continue;
    kept.push(edit);
    end = Math.max(edit.end, edit.start + 1);
  }
  return kept;
}

/** Makes edits that do not overlap, in order; every other character stays. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let edited = '';
  let done = 0;
  for (const { start, end, replacement } of edits) {
    edited += text.slice(done, start) + replacement;
    done = end;
  }
  return edited + text.slice(done);
}
