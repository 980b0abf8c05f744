import { LIMITS } from './budget.ts';
import { capFindings } from './cap-findings.ts';
import type { Diagnostic, Range } from './diagnostic.ts';
import type { Findings } from './findings.ts';
import { jsonText } from './json-text.ts';
import { summarize } from './summary.ts';

/**
 * `{version: 1, diagnostics, summary}`: what other programs may rely on; sorted, with the same keys always, those of `also` between them. The
 * summary counts all.
 */
export function formatJson({ diagnostics, files, also = {} }: Findings, most?: number): string {
  const listing = {
    version: 1,
    ...also,
    diagnostics: capFindings(diagnostics, most).map(diagnosticJson),
    summary: summarize(diagnostics, files),
  };
  return jsonText(listing);
}

/** A diagnostic with these keys and no others, in this order; of its related places those in a spreadsheet also have `sheet` and `cells`. */
export function diagnosticJson(diagnostic: Diagnostic) {
  const { rule, severity, message, file, path, hint, related } = diagnostic;
  return {
    rule,
    severity,
    message,
    file,
    path,
    ...toRange(diagnostic),
    hint,
    related: related.slice(0, LIMITS.related).map((place) => ({
      message: place.message,
      file: place.file,
      ...toRange(place),
      ...(place.sheet !== undefined && { sheet: place.sheet }),
      ...(place.cells !== undefined && { cells: place.cells }),
    })),
  };
}

function toRange({ start, end }: Range): Range {
  return {
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}
