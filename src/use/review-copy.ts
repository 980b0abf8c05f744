import { LABELS } from '../bytes/label.ts';
import { LIMITS } from '../diagnostics/budget.ts';
import { capFindings } from '../diagnostics/cap-findings.ts';
import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import { indexCharacters } from '../diagnostics/index-characters.ts';
import { describePosition } from '../document/describe-place.ts';
import type { FinishedDocument, FinishedParagraph } from '../document/finished-document.ts';
import { type ShownStretch, WordMarker } from '../docx/mark/word-marker.ts';
import type { ReadWord } from '../docx/read/read-word.ts';
import type { ParagraphEdit } from '../judge/fix-paragraphs.ts';
import { type CommentContext, type Correction, commentLines } from './comment-lines.ts';

/** What is put into a copy. */
export interface Review {
  readonly diagnostics: readonly Diagnostic[];
  /** Corrections that are in the copy as tracked changes. */
  readonly edits: readonly ParagraphEdit[];
  readonly docsOf: CommentContext['docsOf'];
  readonly date: string | undefined;
}

/** A copy of a Word file with comments, and how many; and how many corrections are in it, or could not. */
export interface ReviewCopy {
  readonly bytes: Uint8Array;
  readonly comments: number;
  readonly changes: number;
  readonly refused: number;
}

/** The author of every mark. */
export const REVIEWER = 'report';

/** Makes a copy in which each finding is a comment at its characters. `document` was made of what `word` has. */
export function reviewCopy(
  word: ReadWord,
  document: FinishedDocument,
  { diagnostics, edits, docsOf, date }: Review,
): ReviewCopy {
  const marker = new WordMarker(word, { author: REVIEWER, initials: 'R', date });
  const paragraphs = new Map(document.paragraphs.map((each) => [each.number, each]));
  const made = edits.map((edit): MadeEdit => ({ edit, correction: makeEdit(marker, paragraphs, edit) }));
  const madeIn = new Map<number, MadeEdit[]>();
  for (const each of made) {
    const known = madeIn.get(each.edit.number);
    if (known === undefined) madeIn.set(each.edit.number, [each]);
    else known.push(each);
  }
  const describe = (place: Position) => describePosition(document, place);
  let comments = 0;
  for (const diagnostic of capFindings(diagnostics, LIMITS.findings)) {
    if (marker.commentsLeft <= 0) break;
    const paragraph = paragraphs.get(diagnostic.start.line) ?? document.paragraphs[0];
    const stretch = paragraph === undefined ? undefined : findingStretch(diagnostic, paragraph);
    if (paragraph === undefined || stretch === undefined) continue;
    const correction = correctionOf(diagnostic, paragraph, madeIn.get(paragraph.number) ?? []);
    marker.comment(stretch, (place) => {
      const where = place === 'beside' ? describe(diagnostic.start) : '';
      return commentLines(diagnostic, { correction, place: where || undefined, describe, docsOf });
    });
    comments += 1;
  }
  const changes = made.filter(({ correction }) => correction === 'made').length;
  return { bytes: marker.finish(LABELS.copy), comments, changes, refused: made.length - changes };
}

interface MadeEdit {
  readonly edit: ParagraphEdit;
  readonly correction: Correction;
}

function makeEdit(
  marker: WordMarker,
  paragraphs: ReadonlyMap<number, FinishedParagraph>,
  { number, start, end, replacement }: ParagraphEdit,
): Correction {
  const { source, numberLength = 0 } = paragraphs.get(number) ?? {};
  if (source === undefined || start < numberLength) return 'not-text';
  const shift = source.from - numberLength;
  const stretch = { shown: source.shown, from: start + shift, to: end + shift };
  return marker.change(stretch, replacement) ?? 'made';
}

/** A finding's characters in the paragraph that Word shows; a place without any is the whole of it. */
function findingStretch({ start, end }: Diagnostic, paragraph: FinishedParagraph): ShownStretch | undefined {
  const { source, number, text, numberLength = 0 } = paragraph;
  if (source === undefined) return undefined;
  const length = text.length - numberLength;
  const [from, to] =
    start.line === number ? offsetsOf(paragraph, start, end.line === number ? end : undefined) : [0, length];
  return { shown: source.shown, from: source.from + from, to: source.from + to };
}

/** Columns count the characters that were typed. */
function offsetsOf(
  { text, numberLength = 0 }: FinishedParagraph,
  start: Position,
  end: Position | undefined,
): [from: number, to: number] {
  const typed = text.slice(numberLength);
  const characters = indexCharacters(typed);
  const offset = (place: Position) => Math.min(typed.length, characters.offsetOf(place.column - 1));
  const from = offset(start);
  return [from, Math.max(from, end === undefined ? typed.length : offset(end))];
}

/** Of the paragraph's corrections that touch the finding's characters: the first that was not made, else that one was. */
function correctionOf(
  { start, end, isMendable }: Diagnostic,
  paragraph: FinishedParagraph,
  made: readonly MadeEdit[],
): Correction {
  if (!isMendable || start.line !== paragraph.number) return undefined;
  const [from, to] = offsetsOf(paragraph, start, end.line === start.line ? end : undefined);
  const shift = paragraph.numberLength ?? 0;
  const touching = made.filter(({ edit }) => edit.start - shift <= to && edit.end - shift >= from);
  return touching.find(({ correction }) => correction !== 'made')?.correction ?? touching[0]?.correction;
}
