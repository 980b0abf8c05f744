import type { OoxmlPackage } from '../ooxml/package.ts';
import type { Formatting } from './formatting.ts';
import type { Numbering } from './numbering.ts';
import type { ParagraphProperties, RunProperties } from './properties.ts';
import type { WordSection } from './section.ts';
import type { WordSettings } from './settings.ts';
import type { Styles } from './styles.ts';
import type { TableProperties } from './table-properties.ts';

/**
 * A Word file as it was written, all of it: what is hidden, deleted or moved is there and says so. What of it a reader sees is
 * worked out by `shownParagraphs`. Places are offsets into the XML text of the part that a paragraph names.
 */
export interface WordDocument {
  /** The main part's name. */
  readonly part: string;
  readonly body: readonly WordBlock[];
  /** At least one; `Paragraph.section` and the order of blocks say where each ends. */
  readonly sections: readonly WordSection[];
  readonly headers: readonly HeaderFooter[];
  readonly footnotes: readonly WordNote[];
  readonly endnotes: readonly WordNote[];
  readonly comments: readonly WordComment[];
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly settings: WordSettings;
  readonly formatting: Formatting;
  /** What the file holds and Word shows, but could not be read. */
  readonly unread: readonly UnreadPart[];
}

/** What is in the body, in a cell, a note, a header or a text box. */
export type WordBlock = WordParagraph | WordTable | WordChunk;

/** Another Word file that is brought in (`w:altChunk`), with styles and lists of its own. */
export interface WordChunk {
  readonly kind: 'chunk';
  readonly part: string;
  readonly start: number;
  readonly end: number;
  readonly document: WordDocument;
  /** What it was read from. */
  readonly package: OoxmlPackage;
}

export interface WordParagraph {
  readonly kind: 'paragraph';
  readonly part: string;
  /** Of the `w:p` element. */
  readonly start: number;
  readonly end: number;
  /** What the paragraph itself says; `Formatting` adds what it inherits. */
  readonly properties: ParagraphProperties;
  /** Of the paragraph's mark. */
  readonly mark: RunProperties;
  /** Where the mark is inserted, deleted or moved: a deleted one joins the paragraph to the next. */
  readonly markRevision: Revision | undefined;
  readonly runs: readonly WordRun[];
  readonly ranges: readonly RangeMark[];
  /** Words with a reading above them. */
  readonly rubies: readonly WordRuby[];
  /** What is in text boxes that are anchored here. */
  readonly boxes: readonly (readonly WordBlock[])[];
  /** In a table of contents that Word or WPS made. */
  readonly isContents: boolean;
  /** The innermost cell that it is in. */
  readonly cell: WordTableCell | undefined;
  /** The section that ends with this paragraph. */
  readonly section: WordSection | undefined;
}

/** `text` and `symbol` print as they are; a `break` is a new line; `instruction` is a field's code. */
export type RunKind =
  | 'text'
  | 'symbol'
  | 'tab'
  | 'break'
  | 'page-break'
  | 'formula'
  | 'picture'
  | 'instruction';

/** A stretch of a paragraph that looks alike: a `w:t`, a tab, a symbol. */
export interface WordRun {
  readonly kind: RunKind;
  /** What prints; a formula or a symbol as text. */
  readonly text: string;
  /** Of the source of the text: the content of `w:t`, or the element that stands for it. */
  readonly start: number;
  readonly end: number;
  readonly properties: RunProperties;
  /** The `w:r` around it; `undefined` for what is in none, such as a formula. */
  readonly element: RunElement | undefined;
  /** Insertion, deletion or move, the innermost last. */
  readonly revisions: readonly Revision[];
  /** Where the innermost content control (`w:sdt`) around it in its paragraph starts. */
  readonly control: number | undefined;
  /** Of a `w:ptab`: what it sets by the margins, whatever tab stops there are (`left`, `center`, `right`). */
  readonly tabAlignment?: string;
  /** Not shown whatever its formatting: field codes, ruby text, what is in a field's code. */
  readonly isCode: boolean;
}

/** Words with a reading above them; the runs of both as the first and the one after the last. */
export interface WordRuby {
  readonly reading: readonly [from: number, to: number];
  readonly words: readonly [from: number, to: number];
  /** Where its `w:ruby` stands in the XML; undefined for one of a web page that is brought in. */
  readonly element: { readonly start: number; readonly end: number } | undefined;
}

/** A `w:r`. */
export interface RunElement {
  readonly start: number;
  end: number;
}

export interface Revision {
  readonly kind: 'inserted' | 'deleted' | 'moved-from' | 'moved-to';
  readonly id: string;
  readonly author: string;
  readonly date: string;
}

/** Where a comment or a bookmark begins or ends, or a note is referred to: before the run with that index. */
export interface RangeMark {
  readonly kind:
    | 'comment-start'
    | 'comment-end'
    | 'comment'
    | 'bookmark-start'
    | 'bookmark-end'
    | 'footnote'
    | 'endnote';
  readonly id: string;
  readonly name: string;
  readonly run: number;
  /** In what is deleted, moved away or a field's code. */
  readonly isGone: boolean;
  readonly start: number;
  readonly end: number;
}

export interface WordTable {
  readonly kind: 'table';
  readonly part: string;
  readonly start: number;
  readonly end: number;
  readonly style: string | undefined;
  /** `w:tblLook`: which of the style's special rows and columns hold. */
  readonly look: TableLook;
  /** What the table says itself; `Formatting` adds what its style says. */
  readonly properties: TableProperties;
  /** Widths of the grid's columns in twips. */
  readonly grid: readonly number[];
  readonly rows: readonly WordTableRow[];
}

export interface TableLook {
  readonly firstRow: boolean;
  readonly lastRow: boolean;
  readonly firstColumn: boolean;
  readonly lastColumn: boolean;
  readonly rowBands: boolean;
  readonly columnBands: boolean;
}

export interface WordTableRow {
  readonly start: number;
  readonly end: number;
  readonly isHeader: boolean;
  /** `w:trHeight` in twips: at least that high, or exactly. */
  readonly height: number;
  /** Deleted with its cells, or hidden. */
  readonly isHidden: boolean;
  readonly cells: readonly WordTableCell[];
}

export interface WordTableCell {
  readonly table: WordTable;
  /** From 0. */
  readonly row: number;
  /** Of the grid, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
  /** `w:textDirection`: `tbRl` where its text is turned. */
  readonly textDirection: string | undefined;
  /** Goes on what is merged from above or from the left: Word shows nothing of it. */
  readonly isContinued: boolean;
  readonly isDeleted: boolean;
  readonly blocks: readonly WordBlock[];
}

export interface WordNote {
  readonly id: string;
  readonly part: string;
  readonly blocks: readonly WordBlock[];
}

export interface HeaderFooter {
  readonly part: string;
  readonly kind: 'header' | 'footer';
  /** One of a first page or of even pages that no section has does not print. */
  readonly isShown: boolean;
  readonly blocks: readonly WordBlock[];
}

export interface WordComment {
  readonly id: string;
  readonly author: string;
  readonly date: string;
  readonly initials: string;
  readonly blocks: readonly WordBlock[];
}

/** Something of the file that a reader of the page would see and this program does not. */
export interface UnreadPart {
  readonly what: 'embedded' | 'numbering' | 'part';
  readonly detail: string;
}
