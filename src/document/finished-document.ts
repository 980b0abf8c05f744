import type { Range } from '../diagnostics/diagnostic.ts';
import type { Anchor, Places } from '../diagnostics/finding.ts';
import { type CharacterIndex, indexCharacters } from '../diagnostics/index-characters.ts';
import type { ReadWord } from '../docx/read/read-word.ts';
import type { ShownParagraph } from '../docx/shown-paragraphs.ts';

/** A report that is already written, by this tool or any other: its paragraphs as text. */
export interface FinishedDocument {
  /** The path as it was given. */
  readonly file: string;
  readonly paragraphs: readonly FinishedParagraph[];
  /** What a code frame shows: line n is paragraph n. */
  readonly text: string;
  /** Of a Word file: all of it. */
  readonly word?: ReadWord;
}

export interface FinishedParagraph {
  /** From 1, as places are given. */
  readonly number: number;
  readonly role: FinishedRole;
  /** As it shows, with the number that Word sets before it. */
  readonly text: string;
  /** How much of the text is that number, which nobody typed. */
  readonly numberLength?: number;
  readonly cell?: FinishedCell;
  /** Of a Word file: the paragraph that it is of, and where it starts in its text. */
  readonly source?: FinishedSource;
}

export interface FinishedSource {
  readonly shown: ShownParagraph;
  readonly from: number;
}

/** Where a cell is in its table; all from 1. */
export interface FinishedCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A `note` is at the foot of a page or at the end, a `header` at the head or the foot of every page. */
export type FinishedRole =
  | 'title'
  | 'salutation'
  | 'heading'
  | 'body'
  | 'signature'
  | 'cell'
  | 'note'
  | 'header';

/** A paragraph as it was found, before its role is known; a style may already say that it is a heading. */
export interface PlainParagraph extends Pick<FinishedParagraph, 'text' | 'numberLength' | 'cell' | 'source'> {
  readonly kind: 'paragraph' | 'heading' | 'title' | 'cell' | 'note' | 'header';
}

/**
 * Places in a finished document: the line is the paragraph's number, the column a character of what was typed in it. What is at no
 * paragraph comes after the last one.
 */
export function placesInFinished(document: FinishedDocument): Places {
  const lines = document.text.split('\n');
  const typedFrom = numberLengths(document);
  const known = new Map<number, CharacterIndex>();
  return {
    file: document.file,
    rangeOf(anchor: Anchor): Range {
      const { paragraph: index = lines.length } = anchor;
      const line = lines[index] ?? '';
      const number = typedFrom(index + 1);
      const [start, end] = anchor.span ?? [0, line.length];
      const characters = known.get(index) ?? indexCharacters(line.slice(number));
      known.set(index, characters);
      return {
        start: { line: index + 1, column: characters.count(0, Math.max(0, start - number)) + 1 },
        end: { line: index + 1, column: characters.count(0, Math.max(0, end - number)) + 1 },
      };
    },
  };
}

/** How many characters of a line are the number that Word sets. */
export function numberLengths({
  paragraphs,
}: Pick<FinishedDocument, 'paragraphs'>): (line: number) => number {
  const lengths = new Map<number, number>();
  for (const { number, numberLength = 0 } of paragraphs)
    if (numberLength > 0) lengths.set(number, numberLength);
  return (line) => lengths.get(line) ?? 0;
}
