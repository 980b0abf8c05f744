import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { locate } from '../../diagnostics/finding.ts';
import type { Outcome } from '../../diagnostics/outcome.ts';
import type { SourceText } from '../../diagnostics/source-lines.ts';
import { describePlace } from '../../document/describe-place.ts';
import { type FinishedDocument, numberLengths, placesInFinished } from '../../document/finished-document.ts';
import { readFinished } from '../../document/read-finished.ts';
import type { Source } from '../../facts/source.ts';
import { finishedPassages } from '../../judge/finished-passages.ts';
import { type RuleSettings, runProseRules } from '../../judge/run.ts';

/** What was found in a report that is already written, and its paragraphs for quoting. */
export interface CheckedDocument {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly text: () => SourceText;
}

/** Holds the paragraphs of a report that is already written against the prose rules. What of it cannot be read is a diagnostic. */
export async function checkFinished(source: Source, settings: RuleSettings): Promise<CheckedDocument> {
  return checkReading(source.file, readFinished(source.file, source.bytes), settings);
}

/** The same for one that was read already. */
export function checkReading(
  file: string,
  { value: document, diagnostics: unread }: Outcome<FinishedDocument>,
  settings: RuleSettings,
): CheckedDocument {
  if (document === undefined) {
    return { file, diagnostics: unread, text: () => ({ text: '', describe: () => '' }) };
  }
  const found = locate(runProseRules(finishedPassages(document), settings), placesInFinished(document));
  return { file, diagnostics: [...unread, ...found], text: () => quotable(document) };
}

/** The lines of plain text can be counted in an editor, the paragraphs of a Word file cannot. */
function quotable(document: FinishedDocument): SourceText {
  return {
    text: document.text,
    describe: (place) => describePlace(document, place),
    typedFrom: numberLengths(document),
    isNumbered: /\.txt$/i.test(document.file),
  };
}
