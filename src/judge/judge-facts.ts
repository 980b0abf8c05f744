import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Finding, locate } from '../diagnostics/finding.ts';
import { textsToJudge } from '../facts/printed-texts.ts';
import type { Reading } from '../facts/read-facts.ts';
import type { SourceCount } from '../rosters/source-count.ts';
import type { Previous } from '../rules/rule.ts';
import { applyIgnores } from './apply-ignores.ts';
import { mayHoldCuts } from './may-hold-cuts.ts';
import { withoutConsequences } from './one-slip.ts';
import { type RuleSettings, runFactsRules, runProseRules } from './run.ts';

/**
 * Holds one township's facts against every rule but the collection's. Needed facts that are absent are among what it finds, what the
 * file's own comments ignore is not, nor what is only a consequence of what reading `refused`.
 */
export async function judgeFacts(
  reading: Reading,
  settings: RuleSettings,
  refused: readonly Diagnostic[] = [],
  { sources, previous }: Beside = {},
): Promise<readonly Diagnostic[]> {
  const unread = new Set(refused.map(({ path }) => path));
  const { facts } = reading;
  const { passages, unknown } = reading.passages();
  const date = facts.report?.date;
  const findings = [
    ...reading.missing.map((finding) => softened(finding, settings)),
    ...runFactsRules(
      {
        facts,
        passages,
        unknown,
        unread,
        ...(sources !== undefined && { sources }),
        ...(previous !== undefined && { previous }),
      },
      settings,
    ),
    ...runProseRules({ ...textsToJudge(facts, passages), ...(date !== undefined && { date }) }, settings),
  ];
  const diagnostics = findings.length === 0 ? [] : locate(findings, await reading.places());
  const kept = withoutConsequences(await applyIgnores(diagnostics, reading.source, settings));
  return mayHoldCuts(reading.source.bytes) ? [...kept, ...(await cutTexts(reading))] : kept;
}

/** What is in the files that the facts name. */
export interface Beside {
  readonly sources?: SourceCount | undefined;
  readonly previous?: Previous | undefined;
}

async function cutTexts(reading: Reading): Promise<readonly Diagnostic[]> {
  const { findCutTexts } = await import('./find-cut-texts.ts');
  return findCutTexts(reading);
}

/** A draft may lack what a final build needs; it is told so. */
function softened(finding: Finding, { isDraft }: RuleSettings): Finding {
  return isDraft ? { ...finding, severity: 'warning' } : finding;
}
