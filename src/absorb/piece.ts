/**
 * A piece of a finished report that can be added, removed, moved or changed by itself: a paragraph, an item of a series (一是…；) inside one,
 * or a row of a table.
 */
export interface ReportPiece {
  readonly kind: 'paragraph' | 'row';
  /** Number and marks included; the cells of a row are joined by tabs. */
  readonly text: string;
  /** How much of it is the number before it: （三）, 二是. */
  readonly markLength: number;
  readonly mark: 'none' | 'heading' | 'series';
  /** The level of the heading that a mark makes; 0 for none. */
  readonly level: number;
  /** The paragraph of the document that it is in, from 1. */
  readonly paragraph: number;
  /** It goes on in the paragraph of the piece before it. */
  readonly isJoined: boolean;
  readonly role: string;
  /** Of a row: the paragraph of each of its cells by the cell's column. */
  readonly cellParagraphs?: ReadonlyMap<string, number>;
}

/** Where a character of a report that was built comes from; undefined for the template's own words. */
export type CharacterSource = TextSource | FigureSource | undefined;

/** A character of a fact's text. */
export interface TextSource {
  readonly kind: 'text';
  readonly path: string;
  /** In the text as the facts have it. */
  readonly offset: number;
}

/** A character of a figure or a date, or of a name that a text refers to; the same object for all characters of it. */
export interface FigureSource {
  readonly kind: 'figure';
  readonly path: string;
  readonly text: string;
  /** The text that refers to it, and where its `{{…}}` is there. */
  readonly within: { readonly path: string; readonly start: number; readonly end: number } | undefined;
  /** {{单位.名称}}: other words in its place are the text's, they rename nothing. */
  readonly isName: boolean;
}

/** A piece of a report that was built, with the sources of its characters. */
export interface SourcedPiece extends ReportPiece {
  readonly sources: readonly CharacterSource[];
}

/** The fact's text that a character belongs to; a figure that the text refers to belongs to it. */
export function ownerOf(source: CharacterSource): string | undefined {
  return source?.kind === 'text' ? source.path : source?.within?.path;
}

/** The piece's text without the number before it. */
export function pieceWords({ text, markLength }: ReportPiece): string {
  return text.slice(markLength);
}

/** Ahead of each cell in a row's text stands this sign, the column's number, and a tab. */
export const CELL = '\u0001';

/** The cells of a row by their columns, as stretches of its text. */
export function cellsOf({ text }: ReportPiece): ReadonlyMap<string, readonly [start: number, end: number]> {
  const cells = new Map<string, readonly [number, number]>();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the sign ahead of a cell
  for (const match of text.matchAll(/\u0001(\d+)\t([^\u0001]*)/g)) {
    const end = match.index + match[0].length;
    cells.set(match[1] ?? '', [end - (match[2] ?? '').length, end]);
  }
  return cells;
}

/** The cells of a row as they are read. */
export function shownRow(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the sign ahead of a cell
  return text.replace(/^\u0001\d+\t/, '').replace(/\u0001\d+\t/g, '　');
}
