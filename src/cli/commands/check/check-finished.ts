import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { locate } from '../../../diagnostics/finding.ts';
import type { Outcome } from '../../../diagnostics/outcome.ts';
import type { SourceText } from '../../../diagnostics/source-lines.ts';
import { describePosition } from '../../../document/describe-place.ts';
import {
  type FinishedDocument,
  numberLengths,
  placesInFinished,
} from '../../../document/finished-document.ts';
import { readFinished } from '../../../document/read-finished.ts';
import type { Source } from '../../../facts/source.ts';
import { judgeFinished } from '../../../judge/judge-finished.ts';
import type { RuleSettings } from '../../../judge/run.ts';
import type { ClauseVerdict } from '../../../layout/judgement.ts';

/** What was found in a report that is already written, and its paragraphs for quoting. */
export interface CheckedDocument {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly text: () => SourceText;
  /** The clauses of the standard that a Word file was held against; absent where it could not be read, and for plain text. */
  readonly sheet?: readonly ClauseVerdict[];
}

/** Holds a report that is already written against the rules. What of it cannot be read is a diagnostic. */
export async function checkFinished(
  source: Source,
  settings: RuleSettings,
  hasLayout: boolean,
): Promise<CheckedDocument> {
  return checkReading(source.file, readFinished(source.file, source.bytes), { settings, hasLayout });
}

/** The same for one that was read already. */
export async function checkReading(
  file: string,
  { value: document, diagnostics: unread }: Outcome<FinishedDocument>,
  { settings, hasLayout }: { readonly settings: RuleSettings; readonly hasLayout: boolean },
): Promise<CheckedDocument> {
  if (document === undefined) {
    return { file, diagnostics: unread, text: () => ({ text: '', describe: () => '' }) };
  }
  const { findings, sheet } = await judgeFinished(document, settings, { hasLayout });
  const found = locate(findings, placesInFinished(document));
  return {
    file,
    diagnostics: [...unread, ...found],
    text: () => quotableDocument(document),
    ...(sheet.length > 0 && { sheet }),
  };
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
