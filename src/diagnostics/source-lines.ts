import type { Position } from './diagnostic.ts';

/** A text that diagnostics point into. */
export interface SourceText {
  readonly text: string;
  /** How people find a place in a finished document, whose lines are paragraphs; empty where it could not be read. */
  readonly describe?: (place: Position) => string;
  /** How many characters of a line nobody typed (a number that Word sets); columns count from after them. */
  readonly typedFrom?: (line: number) => number;
  /** A Word file's paragraphs have no numbers that anybody sees. */
  readonly isNumbered?: boolean;
}

/** The lines of a text, as an editor counts them: LF, CRLF and a lone CR end a line. */
export function splitLines(text: string): string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
}
