import { describeSummary, summarize } from '../../../diagnostics/summary.ts';
import { isForPeople } from '../../terminal/findings-options.ts';
import { applyStrictness, judgeFindings, showFindings } from '../../terminal/show-findings.ts';
import { settingsText } from '../../terminal/source-texts.ts';
import { printNotice } from '../../terminal/streams.ts';
import type { CheckFlags } from './check-flags.ts';
import type { Checked } from './check-one.ts';
import type { CheckedFiles } from './checked-files.ts';

/** Shows what was found in all files, each for itself and the townships against each other; the exit status that it calls for. */
export async function conclude(files: CheckedFiles, flags: CheckFlags): Promise<number> {
  const checked = files.all;
  const found = [...checked.flatMap((each) => each.diagnostics), ...(await files.judgeTogether())];
  const diagnostics = applyStrictness(found, flags);
  const texts = new Map(checked.map((each) => [each.file, each.text]));
  const findings = {
    diagnostics,
    files: checked.length,
    textOf: (file: string) => texts.get(file)?.() ?? settingsText(file),
  };
  if (flags.clauses) {
    const { showClauses } = await import('./show-clauses.ts');
    return Math.max(showClauses(checked, findings, flags), judgeFindings(diagnostics, flags));
  }
  await showFindings(findings, { ...flags, isResult: true });
  if (isForPeople(flags) && !flags.quiet) {
    const summary = summarize(diagnostics, checked.length);
    printNotice(`${describeSummary(summary, await countMendableFiles(checked))}\n`);
  }
  return judgeFindings(diagnostics, flags);
}

/** Tried on the files themselves, and only on those of which a finding gives hope: what a rule would replace may be out of reach. */
async function countMendableFiles(checked: readonly Checked[]): Promise<number> {
  let total = 0;
  for (const { diagnostics, countFixes } of checked) {
    if (diagnostics.some(({ isMendable, rule }) => isMendable || rule === 'yaml-syntax')) {
      total += (await countFixes?.()) ?? 0;
    }
  }
  return total;
}
