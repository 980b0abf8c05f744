import type { FinishedParagraph, FinishedRole, PlainParagraph } from './finished-document.ts';
import { readHeadingMark } from './heading-mark.ts';
import { ledInItems } from './led-in-items.ts';

/** Gives every paragraph its part in the document; blank ones keep their number and are left out. */
export function giveRoles(paragraphs: readonly PlainParagraph[]): FinishedParagraph[] {
  const texts = paragraphs.map(({ text, kind }) => (isApartKind(kind) ? '' : text.trim()));
  const first = texts.findIndex((text) => text !== '');
  const tail = signatureStart(texts);
  const note = attachmentsNote(texts);
  const items = ledInItems(texts);
  return paragraphs.flatMap(({ kind, ...rest }, index) => {
    const paragraph = { ...rest, number: index + 1 };
    if (isApartKind(kind)) return [{ ...paragraph, role: kind }];
    if (texts[index] === '') return [];
    const isTail = index >= tail || note[index] === true;
    const place = {
      isFirst: index === first,
      isOpening: index <= first + OPENING_PARAGRAPHS,
      isTail,
      isItem: items.has(index),
    };
    return [{ ...paragraph, role: finishedRole({ ...rest, kind }, place) }];
  });
}

/** Notes and headers stand outside of the text's order. */
function isApartKind(kind: PlainParagraph['kind']): kind is 'note' | 'header' {
  return kind === 'note' || kind === 'header';
}

function finishedRole(
  paragraph: PlainParagraph,
  place: { isFirst: boolean; isOpening: boolean; isTail: boolean; isItem: boolean },
): FinishedRole {
  const { kind } = paragraph;
  const text = paragraph.text.trim();
  if (isApartKind(kind)) return kind;
  if (kind !== 'paragraph' && !(kind === 'heading' && HAS_SENTENCES.test(text))) return kind;
  if (place.isTail) return 'signature';
  if (!place.isItem && isHeadingAlone(text)) return 'heading';
  if (place.isOpening && text.length <= LONGEST_SALUTATION && SALUTATION.test(text)) return 'salutation';
  if (place.isFirst && text.length <= LONGEST_HEAD_LINE && !STOP.test(text) && !CLOSED_LINE.test(text))
    return 'title';
  return 'body';
}

/** A numbered line of its own, short and without a sentence inside; a lone closing 。 leaves it a heading. */
function isHeadingAlone(text: string): boolean {
  const mark = readHeadingMark(text);
  if (mark === undefined) return false;
  const words = text.slice(mark.end);
  const inner = words.replace(CLOSED_LINE, '');
  const isClosed = inner.length < words.length;
  return (
    words !== '' &&
    inner.length <= (isClosed ? LONGEST_CLOSED_HEADING : LONGEST_HEADING) &&
    !/[。；！？]/.test(inner)
  );
}

/** Which lines are 附件：1.… and the numbered ones under it: those are no headings. */
function attachmentsNote(texts: readonly string[]): boolean[] {
  let isNote = false;
  return texts.map((text) => {
    isNote = /^附件[：:]/.test(text) || (isNote && (text === '' || /^\d{1,2}[.．]/.test(text)));
    return isNote;
  });
}

/** The last lines: a unit's name and a date alone, from where neither is a sentence. */
function signatureStart(texts: readonly string[]): number {
  let last = texts.length - 1;
  while (last >= 0 && texts[last] === '') last -= 1;
  if (!DATE_LINE.test(texts[last] ?? '')) return texts.length;
  let before = last - 1;
  while (before >= 0 && texts[before] === '') before -= 1;
  const signatory = texts[before] ?? '';
  const isSignatory = before > 0 && signatory.length <= LONGEST_HEAD_LINE && !CLOSED_LINE.test(signatory);
  return isSignatory && readHeadingMark(signatory) === undefined ? before : last;
}

/** A line that is nothing but a date, in digits or in characters, perhaps in brackets. */
export const DATE_LINE =
  /^[（(]?\s*(?:\d{4}|[二〇零○一三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?\s*[）)]?$/;

/** A heading's style on a whole paragraph: the heading is run in. */
const HAS_SENTENCES = /[。！？]./;
/** A title is no sentence. */
const STOP = /。/;
const SALUTATION = /^[^，。；]+[：:]$/;
const CLOSED_LINE = /[。；：，、！？.;:,!?]$/;
/** How many lines after the first an addressee may stand: under a title of several lines. */
const OPENING_PARAGRAPHS = 6;
const LONGEST_SALUTATION = 30;
const LONGEST_HEAD_LINE = 50;
const LONGEST_HEADING = 45;
const LONGEST_CLOSED_HEADING = 28;
