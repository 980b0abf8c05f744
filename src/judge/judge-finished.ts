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
  return { findings: oncePerDate(findings, runLayoutRules({ sheet }, settings)), sheet };
}

/** The date under the signature is said once: as an error of `date-form`, else by the rule of the signature, which knows how it is to be. */
function oncePerDate(findings: readonly Finding[], layout: readonly Finding[]): Finding[] {
  const isOfDate =
    (rule: string, { at }: Finding) =>
    (other: Finding) =>
      other.rule === rule && other.at.paragraph === at.paragraph;
  const kept = layout.filter(
    (each) =>
      each.rule !== 'layout-signature' ||
      !findings.some((other) => other.severity === 'error' && isOfDate('date-form', each)(other)),
  );
  const others = findings.filter(
    (each) =>
      each.rule !== 'date-form' ||
      each.severity === 'error' ||
      !kept.some(isOfDate('layout-signature', each)),
  );
  return [...others, ...kept];
}
