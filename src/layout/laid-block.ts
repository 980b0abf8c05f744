import type { FinishedParagraph } from '../document/finished-document.ts';
import type { ShownParagraph } from '../docx/shown-paragraphs.ts';
import type { WordTable } from '../docx/word-document.ts';
import type { Looks } from './looks.ts';

/** What a paragraph is in an official document, GB/T 9704 7. `other` is judged by no clause. */
export type DocumentPart =
  | 'letterhead'
  | 'title'
  | 'subtitle'
  | 'addressee'
  | 'body'
  | 'heading'
  | 'attachmentsNote'
  | 'signatory'
  | 'date'
  | 'remark'
  | 'attachmentMark'
  | 'attachmentTitle'
  | 'attachmentText'
  | 'tableNote'
  | 'blank'
  | 'other';

/** A paragraph of the body, blank ones too, with the part that it plays in an official document. */
export interface LaidParagraph {
  readonly kind: 'paragraph';
  readonly part: DocumentPart;
  /** Of a heading, or of the mark that a paragraph opens with. */
  readonly level: number | undefined;
  /** As it shows, with its automatic number. */
  readonly text: string;
  /** How much of the text is that number. */
  readonly numberLength: number;
  readonly looks: Looks;
  readonly section: number;
  /** After a break of page or section, or told to begin one. */
  readonly startsPage: boolean;
  /** The index of its first line in the finished document; of a blank one, of the one ahead. */
  readonly at: number;
  readonly shown: ShownParagraph;
}

export interface LaidTable {
  readonly kind: 'table';
  readonly table: WordTable;
  readonly section: number;
  readonly startsPage: boolean;
  /** The index of its first cell that holds anything. */
  readonly at: number;
}

export type LaidBlock = LaidParagraph | LaidTable;

/** A paragraph before its part is known. */
export type UnnamedParagraph = Omit<LaidParagraph, 'part'> & {
  readonly role: FinishedParagraph['role'] | undefined;
};
export type UnnamedBlock = UnnamedParagraph | LaidTable;
