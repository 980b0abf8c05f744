import { matchesIn } from './matches.ts';
/** A stretch of a text, as UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The sentences of a text: what 。 ！ ？ and line breaks divide. The closing mark belongs to none. */
export function sentencesOf(text: string): Stretch[] {
  return divide(text, SENTENCE_MARK);
}

/** What a comma, a pause mark, a semicolon or a colon divides within a stretch. */
export function clausesOf(text: string, within: Stretch): Stretch[] {
  return divide(text.slice(within.start, within.end), CLAUSE_MARK).map(({ start, end }) => ({
    start: start + within.start,
    end: end + within.start,
  }));
}

const SENTENCE_MARK = /[。！？!?\n]/g;
const CLAUSE_MARK = /[，、；：,;:]/g;

function divide(text: string, mark: RegExp): Stretch[] {
  const parts: Stretch[] = [];
  let start = 0;
  for (const match of matchesIn(text, mark)) {
    if (match.index > start) parts.push({ start, end: match.index });
    start = match.index + 1;
  }
  if (start < text.length) parts.push({ start, end: text.length });
  return parts;
}
