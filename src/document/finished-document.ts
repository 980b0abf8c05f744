import type { Range } from '../diagnostics/diagnostic.ts';
import type { Anchor, Places } from '../diagnostics/finding.ts';

/** A report that is already written, by this tool or any other: its paragraphs as text. */
export interface FinishedDocument {
  /** The path as it was given. */
  readonly file: string;
  readonly paragraphs: readonly FinishedParagraph[];
  /** What a code frame shows: line n is paragraph n. */
  readonly text: string;
}

export interface FinishedParagraph {
  /** From 1, as places are given. */
  readonly number: number;
  readonly role: FinishedRole;
  readonly text: string;
}

export type FinishedRole = 'title' | 'salutation' | 'heading' | 'body' | 'signature' | 'cell';

/** A paragraph as it was found, before its role is known; a style may already say that it is a heading. */
export interface PlainParagraph {
  readonly text: string;
  readonly kind: 'paragraph' | 'heading' | 'title' | 'cell';
}

/** Places in a finished document: the line is the paragraph's number, the column a character in it. */
export function placesInFinished(document: FinishedDocument): Places {
  const lines = document.text.split('\n');
  return {
    file: document.file,
    rangeOf(anchor: Anchor): Range {
      const index = Number(anchor.path);
      const line = lines[index] ?? '';
      const [start, end] = anchor.span ?? [0, line.length];
      return {
        start: { line: index + 1, column: columnAt(line, start) },
        end: { line: index + 1, column: columnAt(line, end) },
      };
    },
  };
}

function columnAt(line: string, offset: number): number {
  return [...line.slice(0, offset)].length + 1;
}
