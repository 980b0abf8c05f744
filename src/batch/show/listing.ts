import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { printable } from '../../diagnostics/printable.ts';
import type { Style } from '../../diagnostics/style.ts';
import { describeErrors } from '../../diagnostics/summary.ts';
import { statusName } from '../totals.ts';
import type { Status, UnitResult } from '../unit.ts';

/** One line for a unit: `失败 青禾县/云溪镇.yaml：党员总数与分项不符（共 3 个错误）`. */
export function unitLine(result: UnitResult, isDryRun: boolean, style: Style): string {
  const name = PAINTS[result.status](style)(statusName(result.status, isDryRun));
  const subject = printable(hasFacts(result.status) ? result.facts : result.output);
  const pages = result.status === 'built' && result.pdf !== undefined ? `（${result.pdf.pages} 页）` : '';
  return `${name} ${subject}${pages}${why(result)}\n`;
}

/** Whether a line is of interest to somebody who watches; the others only fill a listing. */
export function needsAttention({ status }: UnitResult): boolean {
  return ['failed', 'kept', 'pruned', 'orphaned'].includes(status);
}

/** What was built from facts that are gone is called by its own name. */
function hasFacts(status: Status): boolean {
  return status !== 'pruned' && status !== 'orphaned';
}

/** Errors of a template or of the configuration are not laid at the facts' door. */
function why({ problem, reason, diagnostics, facts }: UnitResult): string {
  if (problem !== undefined) return `：${printableLine(problem)}`;
  if (!hasErrors(diagnostics)) return reason === '' ? '' : `（${reason}）`;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const first = errors.find(({ file, related }) => [{ file }, ...related].some((at) => at.file === facts));
  if (first === undefined) return `：${describeErrors(errors)}`;
  return `：${printableLine(first.message)}${errors.length > 1 ? `（共 ${errors.length} 个错误）` : ''}`;
}

function printableLine(text: string): string {
  return printable(text);
}

type Painter = (style: Style) => (text: string) => string;

const quiet: Painter = (style) => style.quiet;
const warning: Painter = (style) => style.warning;

const PAINTS: Readonly<Record<Status, Painter>> = {
  due: quiet,
  held: quiet,
  built: (style) => style.good,
  unchanged: quiet,
  failed: (style) => style.error,
  kept: warning,
  pruned: warning,
  orphaned: warning,
  left: quiet,
};
