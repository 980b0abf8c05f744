import { capFindings } from './cap-findings.ts';
import type { Diagnostic, RelatedPlace } from './diagnostic.ts';
import type { Findings } from './findings.ts';
import { printable } from './printable.ts';
import { describeSheetPlace, isInSheet } from './sheet-place.ts';

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
    [message, ...diagnostic.related.filter(isInSheet).map(describeCells), hint]
      .filter((text) => text !== '')
      .map(printable)
      .join('\n'),
  )}\n`;
}

/** An annotation is at one place; the others in a spreadsheet can only be said. */
function describeCells(place: RelatedPlace): string {
  return `${place.file}${describeSheetPlace(place)} ${place.message}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
