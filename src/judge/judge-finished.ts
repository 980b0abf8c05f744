import type { Finding } from '../diagnostics/finding.ts';
import type { FinishedDocument } from '../document/finished-document.ts';
import type { ClauseVerdict } from '../layout/judgement.ts';
import { finishedPassages } from './finished-passages.ts';
import { type RuleSettings, runFinishedRules, runLayoutRules, runProseRules } from './run.ts';

export interface JudgedDocument {
  readonly findings: readonly Finding[];
  /** The clauses of the standard; none for plain text, and where nobody asks for the layout. */
  readonly sheet: readonly ClauseVerdict[];
}

/** Holds a report that is already written against every rule that is for it. */
export async function judgeFinished(
  document: FinishedDocument,
  settings: RuleSettings,
  { hasLayout }: { readonly hasLayout: boolean },
): Promise<JudgedDocument> {
  const subject = finishedPassages(document);
  const findings = [
    ...runProseRules(subject, settings),
    ...runFinishedRules({ document, passages: subject.passages }, settings),
  ];
  if (!hasLayout || document.word === undefined) return { findings, sheet: [] };
  const { judgeLayout } = await import('../layout/judge-layout.ts');
  const sheet = judgeLayout(document, document.word.document);
  const layout = runLayoutRules({ sheet }, settings).filter((each) => !isSaid(each, findings));
  return { findings: [...findings, ...layout], sheet };
}

/** A date that `date-form` reports is not said again by the rule of the signature. */
function isSaid({ rule, at }: Finding, findings: readonly Finding[]): boolean {
  return (
    rule === 'layout-signature' &&
    findings.some((other) => other.rule === 'date-form' && other.at.paragraph === at.paragraph)
  );
}
