import { matchesIn } from './matches.ts';

/** A stretch of a text, as UTF-16 offsets. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** The sentences of a text: what 。 ！ ？ and line breaks divide. The closing mark belongs to none. */
export function sentencesOf(text: string): Sentence[] {
  const parts: Sentence[] = [];
  let start = 0;
  for (const match of matchesIn(text, SENTENCE_MARK)) {
    if (match.index > start) parts.push({ start, end: match.index });
    start = match.index + 1;
  }
  if (start < text.length) parts.push({ start, end: text.length });
  return parts;
}

const SENTENCE_MARK = /[。！？!?\n]/g;
