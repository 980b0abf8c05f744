import { displayWidth } from '../../../diagnostics/display-width.ts';
import type { Findings } from '../../../diagnostics/findings.ts';
import { formatJson } from '../../../diagnostics/format-json.ts';
import { printable } from '../../../diagnostics/printable.ts';
import type { Style } from '../../../diagnostics/style.ts';
import { describeCounts, summarize } from '../../../diagnostics/summary.ts';
import { UserError } from '../../../diagnostics/user-error.ts';
import type { ClauseVerdict, Verdict } from '../../../layout/judgement.ts';
import { EXIT } from '../../terminal/exit-code.ts';
import { printUserError } from '../../terminal/explain-failure.ts';
import type { FindingsOptions } from '../../terminal/findings-options.ts';
import { styleFor } from '../../terminal/paint.ts';
import { printNotice, printResult } from '../../terminal/streams.ts';
import type { Checked } from './check-one.ts';

/**
 * Prints the sheet of every Word file: each clause with its verdict. What else was found is in the JSON, and counted for people. The status
 * is that of usage where a file has no layout to be judged.
 */
export function showClauses(checked: readonly Checked[], findings: Findings, flags: FindingsOptions): number {
  const without = checked.filter(
    ({ sheet, diagnostics }) => sheet === undefined && !cannotBeRead(diagnostics),
  );
  for (const { file } of without) printUserError(noLayout(file));
  if (flags.format === 'json') {
    const clauses = checked.flatMap(({ file, sheet = [] }) => sheet.map((each) => clauseJson(each, file)));
    printResult(formatJson({ ...findings, also: { clauses } }));
  } else {
    const sheets = checked.flatMap(({ file, sheet }) =>
      sheet === undefined ? [] : [describeClauses(file, sheet)],
    );
    if (sheets.length > 0) printResult(sheets.join('\n'));
    if (!flags.quiet) printNotice(remark(findings));
  }
  return without.length > 0 ? EXIT.usage : EXIT.done;
}

function noLayout(file: string): UserError {
  return new UserError(`${file} 没有版面可以对照。`, '--clauses 只用于 Word 文档（.docx）。');
}

function cannotBeRead(diagnostics: Checked['diagnostics']): boolean {
  return diagnostics.some(({ rule, severity }) => rule === 'unreadable-document' && severity === 'error');
}

function clauseJson(
  { clause, item, strength, rule, verdict, found, wanted, deviations }: ClauseVerdict,
  file: string,
) {
  const paragraphs = deviations.flatMap(({ at }) => at.map((paragraph) => paragraph + 1));
  return { file, clause, item, strength, rule, verdict, found, wanted, paragraphs };
}

/** Columns are under one another; what is not right says what was found and what is wanted. */
function describeClauses(file: string, sheet: readonly ClauseVerdict[]): string {
  const style = styleFor('stdout');
  const width = Math.max(...sheet.map(({ item }) => displayWidth(item)));
  const lines = sheet.map(({ clause, item, strength, verdict, found, wanted }) => {
    const name = item + ' '.repeat(width - displayWidth(item));
    const said = verdict === '不合' ? `现为${found}；应为${wanted}` : verdict === '不适用' ? '' : found;
    const head = `  ${paint(style, verdict)}  ${clause.padEnd(8)}${name}  ${style.quiet(strength)}`;
    return `${head}  ${printable(said)}`.trimEnd();
  });
  const counts = VERDICT_ORDER.map(
    (verdict) => `${verdict} ${sheet.filter((each) => each.verdict === verdict).length}`,
  );
  return `${style.strong(printable(file))} 对照 GB/T 9704-2012\n${lines.join('\n')}\n  ${counts.join('，')}\n`;
}

const VERDICT_ORDER: readonly Verdict[] = ['合', '不合', '需人看', '不适用'];

function paint(style: Style, verdict: Verdict): string {
  const padded = verdict + ' '.repeat(6 - displayWidth(verdict));
  if (verdict === '不合') return style.warning(padded);
  if (verdict === '需人看') return style.note(padded);
  return verdict === '合' ? style.good(padded) : style.quiet(padded);
}

/** Findings that the sheet does not show. */
function remark({ diagnostics, files }: Findings): string {
  const others = diagnostics.filter(({ rule }) => !rule.startsWith('layout-'));
  if (others.length === 0) return '';
  return `版面之外还有 ${describeCounts(summarize(others, files))}，用 report check 查看。\n`;
}
