import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Findings } from '../diagnostics/format/findings.ts';
import { formatGithub } from '../diagnostics/format/github.ts';
import { formatJson } from '../diagnostics/format/json.ts';
import { formatSarif } from '../diagnostics/format/sarif.ts';
import { formatText } from '../diagnostics/format/text.ts';
import { countByRule, summarize } from '../diagnostics/summary.ts';
import { VERSION } from '../version.ts';
import { EXIT } from './exit-code.ts';
import type { FindingsOptions } from './findings-options.ts';
import { styleFor } from './paint.ts';
import { ruleTitle } from './rule-list.ts';
import { printNotice, printResult } from './streams.ts';

/**
 * Shows what was found: text on standard error, the forms for other programs on standard output, unless a report goes there.
 */
export function showFindings(
  findings: Findings,
  options: FindingsOptions & { readonly isStdoutTaken?: boolean },
): void {
  const print = options.format === 'text' || options.isStdoutTaken ? printNotice : printResult;
  print(FORMATS[options.format](findings));
  if (options.statistics) printNotice(describeCounts(findings.diagnostics));
}

/** The exit status that findings alone call for; says so where it is the number of warnings. */
export function judgeFindings(diagnostics: readonly Diagnostic[], options: FindingsOptions): number {
  const { errors } = summarize(diagnostics, 0);
  if (exceedsWarnings(diagnostics, options)) {
    printNotice(`警告超过了 --max-warnings 允许的 ${options.maxWarnings} 个。\n`);
    return EXIT.findings;
  }
  return errors > 0 ? EXIT.findings : EXIT.done;
}

export function exceedsWarnings(
  diagnostics: readonly Diagnostic[],
  { maxWarnings = Number.POSITIVE_INFINITY }: FindingsOptions,
): boolean {
  return summarize(diagnostics, 0).warnings > maxWarnings;
}

/** Under `--strict` there are no warnings. */
export function applyStrictness(
  diagnostics: readonly Diagnostic[],
  { strict = false }: FindingsOptions,
): readonly Diagnostic[] {
  return strict ? diagnostics.map((diagnostic) => ({ ...diagnostic, severity: 'error' })) : diagnostics;
}

const FORMATS: Readonly<Record<FindingsOptions['format'], (findings: Findings) => string>> = {
  text: (findings) => formatText(findings, styleFor('stderr')),
  json: formatJson,
  sarif: (findings) => formatSarif(findings, { version: VERSION, titleOf: ruleTitle }),
  github: formatGithub,
};

function describeCounts(diagnostics: readonly Diagnostic[]): string {
  const counts = countByRule(diagnostics);
  const width = Math.max(0, ...counts.map(([, count]) => String(count).length));
  return counts.map(([rule, count]) => `${String(count).padStart(width + 2)}  ${rule}\n`).join('');
}
