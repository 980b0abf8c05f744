import { locate } from '../diagnostics/finding.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import { type FinishedDocument, placesInFinished } from '../document/finished-document.ts';
import { readFinished } from '../document/read-finished.ts';
import type { Source } from '../facts/source.ts';
import { judgeFinished } from '../judge/judge-finished.ts';
import type { RuleSettings } from '../judge/run.ts';
import type { ClauseVerdict } from '../layout/judgement.ts';

/** A report that is already written, and how its layout holds against the standard. */
export interface CheckedDocument {
  readonly document: FinishedDocument;
  /** The clauses of GB/T 9704 that a Word file was held against; none for plain text, and where nobody asks for them. */
  readonly sheet: readonly ClauseVerdict[];
}

export interface CheckFinishedOptions {
  readonly settings: RuleSettings;
  /** Whether a Word file is held against the standard's layout. */
  readonly hasLayout: boolean;
}

/** Holds a report that is already written, a .docx or plain text, against the rules. Without a value it could not be read; a diagnostic says why. */
export function checkFinished(
  { file, bytes }: Source,
  options: CheckFinishedOptions,
): Promise<Outcome<CheckedDocument>> {
  return checkReadFinished(readFinished(file, bytes), options);
}

/** The same for one that was read already. */
export async function checkReadFinished(
  { value: document, diagnostics: unread }: Outcome<FinishedDocument>,
  { settings, hasLayout }: CheckFinishedOptions,
): Promise<Outcome<CheckedDocument>> {
  if (document === undefined) return fail(unread);
  const { findings, sheet } = await judgeFinished(document, settings, { hasLayout });
  return succeed({ document, sheet }, [...unread, ...locate(findings, placesInFinished(document))]);
}
