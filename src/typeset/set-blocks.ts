import type { HeadingLevel } from '../document/tree.ts';
import type { ShownParagraph } from '../docx/shown-paragraphs.ts';
import type { WordTable } from '../docx/word-document.ts';
import type { LaidParagraph } from '../layout/laid-block.ts';
import type { SetPart } from './decision.ts';
import type { ParagraphItem } from './inline-items.ts';

/** What is in the new file, in its order: paragraphs with the part that they play, and tables. */
export type SetBlock = SetParagraph | SetTable;

export interface SetParagraph {
  readonly kind: 'paragraph';
  readonly part: SetPart;
  /** Of a heading, alone or at the head of its paragraph. */
  readonly level: HeadingLevel | undefined;
  /** Where the heading at its head ends, in characters of its text. */
  readonly leadEnd: number;
  /** Of a title each line that was broken by hand; else one. */
  readonly lines: readonly (readonly ParagraphItem[])[];
  readonly laid: LaidParagraph;
  /** The whole paragraph that it is of. */
  readonly whole: ShownParagraph;
  readonly startsPage: boolean;
  readonly section: number;
}

export interface SetTable {
  readonly kind: 'table';
  readonly table: WordTable;
  readonly startsPage: boolean;
  readonly section: number;
}
