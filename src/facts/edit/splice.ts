/** A stretch of a text gives way to another text; UTF-16 offsets. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts all splices into a text, those of one offset in their order; undefined where two of them want the same characters. */
export function applySplices(text: string, splices: readonly Splice[]): string | undefined {
  let edited = '';
  let done = 0;
  for (const { start, end, text: replacement } of splices.toSorted((a, b) => a.start - b.start)) {
    if (start < done) return undefined;
    edited += text.slice(done, start) + replacement;
    done = end;
  }
  return edited + text.slice(done);
}
