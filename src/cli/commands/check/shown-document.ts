import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { Outcome } from '../../../diagnostics/outcome.ts';
import type { SourceText } from '../../../diagnostics/source-lines.ts';
import { describePosition } from '../../../document/describe-place.ts';
import { type FinishedDocument, numberLengths } from '../../../document/finished-document.ts';
import type { ClauseVerdict } from '../../../layout/judgement.ts';
import type { CheckedDocument } from '../../../use/check-finished.ts';

/** What was found in a report that is already written, and its paragraphs for quoting. */
export interface ShownDocument {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly text: () => SourceText;
  /** The clauses of the standard that a Word file was held against; absent where it could not be read, and for plain text. */
  readonly sheet?: readonly ClauseVerdict[];
}

export function shownDocument(file: string, { value, diagnostics }: Outcome<CheckedDocument>): ShownDocument {
  if (value === undefined) return { file, diagnostics, text: () => ({ text: '', describe: () => '' }) };
  const { document, sheet } = value;
  return { file, diagnostics, text: () => quotableDocument(document), ...(sheet.length > 0 && { sheet }) };
}

/** The lines of plain text can be counted in an editor, the paragraphs of a Word file cannot. */
function quotableDocument(document: FinishedDocument): SourceText {
  return {
    text: document.text,
    describe: (place) => describePosition(document, place),
    typedFrom: numberLengths(document),
    isNumbered: /\.txt$/i.test(document.file),
  };
}
