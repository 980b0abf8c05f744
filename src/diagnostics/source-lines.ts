/** A text that diagnostics point into. */
export interface SourceText {
  readonly text: string;
  /** What a line is called: a 行 of a facts file, a 段 of a finished document. */
  readonly lineName?: '行' | '段';
}

/** The lines of a text, as an editor counts them: LF, CRLF and a lone CR end a line. */
export function splitLines(text: string): string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
}
