import { diffArrays } from 'diff';

/** What one text has in the place of a stretch of another; UTF-16 offsets. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where two texts differ, by whole numbers, whole Latin words and single Chinese characters, in offsets of the first. */
export function tokenHunks(before: string, after: string): Hunk[] {
  const changes = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: MOST_TOKEN_EDITS });
  if (changes === undefined) return [{ start: 0, end: before.length, text: after }];
  const hunks: Hunk[] = [];
  let at = 0;
  for (const { added, removed, value } of changes) {
    const text = value.join('');
    if (!added && !removed) {
      at += text.length;
      continue;
    }
    const last = hunks.at(-1);
    const end = removed ? at + text.length : at;
    const said = added ? text : '';
    if (last?.end === at) hunks[hunks.length - 1] = { start: last.start, end, text: last.text + said };
    else hunks.push({ start: at, end, text: said });
    at = end;
  }
  return hunks;
}

/** Texts that have less in common are another one each. */
const MOST_TOKEN_EDITS = 3000;

function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

const TOKEN = /\d+(?:,\d{3})*(?:\.\d+)?|[A-Za-z]+|\s+|./gsu;

/** How many characters two texts have in common, as hunks leave them. */
export function commonLength(before: string, hunks: readonly Hunk[]): number {
  return before.length - hunks.reduce((sum, { start, end }) => sum + end - start, 0);
}
