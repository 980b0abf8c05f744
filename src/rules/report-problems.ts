import type { RosterProblem } from '../rosters/roster-problem.ts';
import type { SourceCount } from '../rosters/source-count.ts';
import type { Report } from './rule.ts';

/** Reports what a rule has found of the rosters that facts name, each at the entry that names it. */
export function reportProblems(
  rule: RosterProblem['rule'],
  sources: SourceCount | undefined,
  report: Report,
): void {
  for (const problem of sources?.problems ?? []) {
    if (problem.rule !== rule) continue;
    const { entry, path, message, hint, severity, sheet, cells } = problem;
    const place = { message: '在这里', file: path, ...(sheet !== undefined && { sheet }) };
    report({
      at: { path: `sources.${entry}` },
      message,
      hint,
      severity,
      ...(cells !== undefined && { inSheets: [{ ...place, cells }] }),
    });
  }
}
