import type { Document } from '../document/tree.ts';
import { countCharacters } from '../office/count-characters.ts';
import { spansText } from '../write/closing-marks.ts';
import { printDocument } from '../write/print-document.ts';
import { writeText } from '../write/write-text.ts';

/** What has to be known of a document to judge what is printed of it. */
export interface ToPrint {
  readonly docx: Uint8Array;
  /** Chinese characters. */
  readonly characters: number;
  /** As printed, without white space; empty where there is none. */
  readonly signatory: string;
  readonly date: string;
}

/** A document, and the .docx that was written of it. */
export function toPrint(document: Document, docx: Uint8Array): ToPrint {
  const { signatory, date } = printDocument(document);
  return {
    docx,
    characters: countCharacters(new TextDecoder().decode(writeText(document))),
    signatory: spansText(signatory).replace(/\s/gu, ''),
    date: spansText(date).replace(/\s/gu, ''),
  };
}
