import { compareDiagnostics, type Diagnostic, type Range } from '../diagnostic.ts';
import { summarize } from '../summary.ts';
import type { Findings } from './findings.ts';

/** `{version: 1, diagnostics, summary}`: what other programs may rely on; sorted, with the same keys always. */
export function formatJson({ diagnostics, files }: Findings): string {
  const listing = {
    version: 1,
    diagnostics: [...diagnostics].sort(compareDiagnostics).map(toPlain),
    summary: summarize(diagnostics, files),
  };
  return `${JSON.stringify(listing, null, 2)}\n`;
}

/** A diagnostic with these keys and no others, in this order. */
export function toPlain(diagnostic: Diagnostic) {
  const { rule, severity, message, file, path, hint, related } = diagnostic;
  return {
    rule,
    severity,
    message,
    file,
    path,
    ...toRange(diagnostic),
    hint,
    related: related.map((place) => ({ message: place.message, file: place.file, ...toRange(place) })),
  };
}

function toRange({ start, end }: Range): Range {
  return {
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}
