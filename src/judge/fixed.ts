import type { TextEdit } from './text-edit.ts';

/** A file's text before and after what may be mended without asking. */
export interface Fixed {
  readonly before: string;
  /** The same text where nothing could be mended. */
  readonly after: string;
  /** How many edits each rule made. */
  readonly counts: ReadonlyMap<string, number>;
}

/** All edits, of whatever rule. */
export function countFixes({ counts }: Fixed): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** One mended slip may uncover the next: a space beside a comma that was half-width. */
export const MOST_FIX_ROUNDS = 4;

export function addCounts(counts: Map<string, number>, edits: readonly TextEdit[]): void {
  for (const { rule } of edits) counts.set(rule, (counts.get(rule) ?? 0) + 1);
}
