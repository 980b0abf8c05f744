import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { locate } from '../diagnostics/finding.ts';
import type { Reading } from '../facts/read-facts.ts';
import type { PrintedSubject } from '../rules/rule.ts';
import { applyIgnores } from './apply-ignores.ts';
import { type RuleSettings, runPrintedRules } from './run.ts';

/** Holds the pages that were printed of some facts against the rules for pages; what it finds is in the facts, which are read for it alone. */
export async function judgePrinted(
  printed: PrintedSubject,
  settings: RuleSettings,
  read: () => Promise<Reading | undefined>,
): Promise<readonly Diagnostic[]> {
  const findings = runPrintedRules(printed, settings);
  const reading = findings.length === 0 ? undefined : await read();
  if (reading === undefined) return [];
  return applyIgnores(locate(findings, await reading.places()), reading.source, settings, 'printed');
}
