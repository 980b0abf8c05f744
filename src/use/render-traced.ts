import { type Outcome, succeed } from '../diagnostics/outcome.ts';
import type { Source } from '../facts/source.ts';
import { printDocument } from '../write/print-document.ts';
import type { Printed } from '../write/printed.ts';
import { printedLines } from '../write/printed-lines.ts';
import { type Rendered, type RenderOptions, renderReport } from './build.ts';

/** A report whose printed texts say which fact they are from. */
export interface Traced extends Rendered {
  readonly printed: Printed;
}

/**
 * Renders a report so that each text of the facts' own keeps its origin. A template that looks into what it prints may print otherwise with
 * marks in it: then the figures alone are told.
 */
export async function renderTraced(source: Source, options: RenderOptions): Promise<Outcome<Traced>> {
  const { value, diagnostics } = await renderReport(source, options);
  if (value === undefined) return { diagnostics };
  const marked = await renderReport(source, { ...options, keepsOrigins: true });
  const printed = printDocument(value.document);
  const kept = marked.value === undefined ? printed : printDocument(marked.value.document);
  return succeed({ ...value, printed: printsTheSame(printed, kept) ? kept : printed }, diagnostics);
}

function printsTheSame(a: Printed, b: Printed): boolean {
  const textOf = (printed: Printed) =>
    printedLines(printed).map((line) => line.map(({ text }) => text).join(''));
  return textOf(a).join('\n') === textOf(b).join('\n');
}
