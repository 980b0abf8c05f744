import { capFindings } from '../cap-findings.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { printable } from '../printable.ts';
import type { Findings } from './findings.ts';

/** Workflow commands of GitHub Actions, one a finding: `::error file=…,line=…::…`. */
export function formatGithub({ diagnostics }: Findings, most?: number): string {
  return capFindings(diagnostics, most).map(toCommand).join('');
}

function toCommand(diagnostic: Diagnostic): string {
  const { rule, severity, message, hint, file, start, end } = diagnostic;
  const properties: Record<string, string | number> = {
    file: printable(file),
    line: start.line,
    endLine: end.line,
    col: start.column,
    ...(end.line === start.line ? { endColumn: end.column } : {}),
    title: rule,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${severity} ${list.join(',')}::${escapeData(
    [message, hint]
      .filter((text) => text !== '')
      .map(printable)
      .join('\n'),
  )}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
