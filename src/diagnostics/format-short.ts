import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';
import type { Findings } from './findings.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';

/** One line a finding, for searching, counting and editors: `云溪镇.yaml:12:9 错误 … [tally-sum]`. All of them, however many. */
export function formatShort({ diagnostics }: Findings, style: Style): string {
  return [...diagnostics]
    .sort(compareDiagnostics)
    .map((diagnostic) => `${line(diagnostic, style)}\n`)
    .join('');
}

function line({ file, start, severity, message, rule }: Diagnostic, style: Style): string {
  const name = severity === 'error' ? style.error('错误') : style.warning('警告');
  const place = style.strong(`${printable(file)}:${start.line}:${start.column}`);
  return `${place} ${name} ${printable(message)} ${style.quiet(`[${rule}]`)}`;
}
