import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Findings } from '../../diagnostics/findings.ts';
import { countByRule, summarize } from '../../diagnostics/summary.ts';
import { EXIT } from './exit-code.ts';
import { type FindingsOptions, isForPeople } from './findings-options.ts';
import { printNotice, printResult } from './streams.ts';

/** Where findings go: they are the result itself (`check`), or are beside a result that may take standard output. */
export interface ShowFindingsOptions extends FindingsOptions {
  readonly isResult?: boolean;
  readonly isStdoutTaken?: boolean;
}

/**
 * Shows what was found: on standard output where that is the result, or where it is for other programs and no report goes there; else on
 * standard error.
 */
export async function showFindings(findings: Findings, options: ShowFindingsOptions): Promise<void> {
  if (isForPeople(options) && findings.diagnostics.length === 0) return;
  const isOut = options.isResult || !(isForPeople(options) || options.isStdoutTaken);
  const stream = isOut ? 'stdout' : 'stderr';
  const print = isOut ? printResult : printNotice;
  print(await FINDINGS_FORMATS[options.format](findings, { stream, isWhole: options.all === true }));
  if (options.statistics) printNotice(findingsCount(findings.diagnostics));
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

type FindingsPrinter = (
  findings: Findings,
  how: { readonly stream: 'stdout' | 'stderr'; readonly isWhole: boolean },
) => Promise<string>;

/** Loaded when there is something to show. */
const FINDINGS_FORMATS: Readonly<Record<FindingsOptions['format'], FindingsPrinter>> = {
  async text(findings, { stream, isWhole }) {
    const [{ formatText }, { styleFor }] = await Promise.all([
      import('../../diagnostics/format-text.ts'),
      import('./paint.ts'),
    ]);
    return formatText(findings, styleFor(stream), isWhole ? undefined : { shownBy: '--all' });
  },
  async short(findings, { stream }) {
    const [{ formatShort }, { styleFor }] = await Promise.all([
      import('../../diagnostics/format-short.ts'),
      import('./paint.ts'),
    ]);
    return formatShort(findings, styleFor(stream));
  },
  async json(findings, { isWhole }) {
    const { formatJson } = await import('../../diagnostics/format-json.ts');
    return formatJson(findings, mostOf(isWhole));
  },
  async sarif(findings, { isWhole }) {
    const [{ formatSarif }, { ruleTitle }, { VERSION }] = await Promise.all([
      import('../../diagnostics/format-sarif.ts'),
      import('./rule-list.ts'),
      import('../../version.ts'),
    ]);
    return formatSarif(findings, { version: VERSION, titleOf: ruleTitle }, mostOf(isWhole));
  },
  async github(findings, { isWhole }) {
    const { formatGithub } = await import('../../diagnostics/format-github.ts');
    return formatGithub(findings, mostOf(isWhole));
  },
};

/** Findings of a rule in a file; undefined is what is usual. */
function mostOf(isWhole: boolean): number | undefined {
  return isWhole ? Number.POSITIVE_INFINITY : undefined;
}

function findingsCount(diagnostics: readonly Diagnostic[]): string {
  const counts = countByRule(diagnostics);
  const width = Math.max(0, ...counts.map(([, count]) => String(count).length));
  return counts.map(([rule, count]) => `${String(count).padStart(width + 2)}  ${rule}\n`).join('');
}
