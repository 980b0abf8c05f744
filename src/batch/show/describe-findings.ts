import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { formatText } from '../../diagnostics/format-text.ts';
import type { Style } from '../../diagnostics/style.ts';
import { quoteFrom } from './quote-from.ts';

/** What was found in a batch, as `check` shows it; a batch has no option to list all of it. */
export function describeFindings(diagnostics: readonly Diagnostic[], style: Style): string {
  const findings = { diagnostics, files: 0, textOf: quoteFrom() };
  return formatText(findings, style, { shownBy: 'report check --all' });
}
