import { fileKindOf } from '../bytes/file-kind.ts';
import type { Outcome } from '../diagnostics/outcome.ts';
import type { FinishedDocument } from '../document/finished-document.ts';
import { readFinished, readFinishedWord } from '../document/read-finished.ts';
import { type ReadWord, readWord } from '../docx/read/read-word.ts';
import { OoxmlFault } from '../ooxml/ooxml-fault.ts';

/** A Word file of which a marked copy can be made. */
export type ReviewableWord = ReadWord;

/** A finished report as its rules see it, and, of a Word file that can be read, what a copy is made of; read once. */
export interface ReviewedReport {
  readonly outcome: Outcome<FinishedDocument>;
  readonly word?: ReviewableWord;
}

/** Reads a report whatever it is; never throws over its bytes. */
export function readForReview(file: string, bytes: Uint8Array): ReviewedReport {
  const word = fileKindOf(bytes) === 'word' ? readWord(bytes) : undefined;
  if (word === undefined || word instanceof OoxmlFault) return { outcome: readFinished(file, bytes) };
  return { outcome: readFinishedWord(file, word), word };
}
