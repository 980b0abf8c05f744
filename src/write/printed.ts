import type { HeadingLevel, Origin } from '../document/tree.ts';

/**
 * A document with its numbers and closing marks set: what every writer prints, whatever the format. The text of the
 * .docx, of the page and of the plain text is therefore the same.
 */
export interface Printed {
  readonly title: readonly Span[];
  readonly subtitle: readonly (readonly Span[])[];
  readonly addressee: readonly Span[];
  readonly body: readonly PrintedBlock[];
  /** 附件说明, an entry a line: the first begins with 附件：. */
  readonly attachmentsNote: readonly NoteEntry[];
  readonly signatory: readonly Span[];
  readonly date: readonly Span[];
  readonly attachments: readonly PrintedAttachment[];
  readonly orientation: 'portrait' | 'landscape';
  readonly isDraft: boolean;
}

/** A piece of text in one manner. */
export interface Span extends TextManner {
  readonly text: string;
  /** The facts path of a figure or of a missing fact. */
  readonly path?: string | undefined;
  readonly isPending?: boolean | undefined;
  /** The fact that the text is from; only in a document that keeps it. */
  readonly origin?: Origin | undefined;
  /** The fact that the text is from, as a page that corrects facts has to know it. */
  readonly anchor?: Origin | undefined;
  /** What is told of where the text, or a passage that it ends, is from. */
  readonly note?: OriginNote | undefined;
}

/** What a copy with origins tells: of a figure, of the passage that ends here. The number is its own in the document. */
export interface OriginNote {
  readonly number: number;
  readonly figure?: string | undefined;
  readonly passage?: string | undefined;
}

/** How a text is set off from the others. */
export interface TextManner {
  readonly isStrong?: boolean | undefined;
  /** A run-in heading at the head of its paragraph. */
  readonly isHeading?: boolean | undefined;
}

export type PrintedBlock = PrintedParagraph | PrintedTable;

export interface PrintedParagraph {
  readonly type: 'paragraph';
  /** A heading alone, or a paragraph that a run-in heading opens; 0 for plain text. */
  readonly level: HeadingLevel | 0;
  readonly isHeading: boolean;
  readonly spans: readonly Span[];
}

export interface PrintedTable {
  readonly type: 'table';
  /** 表1  名称; empty where the part holds no second table. */
  readonly caption: readonly Span[];
  readonly legend: readonly (readonly Span[])[];
  readonly columns: readonly number[];
  readonly rows: readonly PrintedRow[];
}

export interface PrintedRow {
  readonly isHeader: boolean;
  readonly cells: readonly PrintedCell[];
}

export interface PrintedCell {
  readonly spans: readonly Span[];
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly align: 'left' | 'center' | 'right';
}

/** `附件：1.` or `2.`, and the name that follows it. */
export interface NoteEntry {
  readonly label: string;
  readonly name: readonly Span[];
}

export interface PrintedAttachment {
  /** 附件1, or 附件 where there is only one. */
  readonly mark: string;
  readonly title: readonly Span[];
  readonly blocks: readonly PrintedBlock[];
  readonly orientation: 'portrait' | 'landscape';
}
