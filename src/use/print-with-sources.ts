import { finishedPieces } from '../absorb/finished-pieces.ts';
import type { SourcedPiece } from '../absorb/piece.ts';
import { sourcedLines } from '../absorb/sourced-lines.ts';
import { sourcedPieces } from '../absorb/sourced-pieces.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fail, type Outcome, succeed } from '../diagnostics/outcome.ts';
import type { FinishedDocument } from '../document/finished-document.ts';
import { readFinished } from '../document/read-finished.ts';
import type { Reading } from '../facts/read-facts.ts';
import type { Source } from '../facts/source.ts';
import { layoutOf } from '../format/layout.ts';
import { printDocument } from '../write/print-document.ts';
import { propertiesOf } from '../write/properties.ts';
import { WRITERS } from '../write/writers.ts';
import { type Rendered, type RenderOptions, renderReport } from './build.ts';

/** A report as its facts give it, with the sources of its characters. */
export interface PrintedReport {
  readonly reading: Reading;
  readonly pieces: readonly SourcedPiece[];
  readonly finished: FinishedDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Prints a report, as a draft bears it, and reads it again from the kind of file that an edited one is, so that the two are cut into pieces alike.
 */
export async function printWithSources(
  source: Source,
  options: RenderOptions,
  format: 'docx' | 'txt',
): Promise<Outcome<PrintedReport>> {
  const draft: RenderOptions = { ...options, isDraft: true };
  const { value: plain, diagnostics } = await renderReport(source, draft);
  const { value: traced } = await renderReport(source, { ...draft, keepsOrigins: true });
  if (plain === undefined) return fail(diagnostics);
  const { reading, document, layout, stationery } = plain;
  const { report, unit } = reading.facts;
  const properties = propertiesOf(
    { signatory: report?.signatory, unit: unit?.name, date: report?.date },
    undefined,
  );
  const set = stationery === undefined || format === 'txt' ? undefined : await setInto(stationery, plain);
  if (set?.value === undefined && set !== undefined) return fail(set.diagnostics);
  const bytes = set?.value ?? WRITERS[format](document, properties, layoutOf(layout));
  const { value: finished } = readFinished(`.${format}`, bytes);
  if (finished === undefined) return fail(diagnostics);
  const lines = sourcedLines(printDocument((traced ?? plain).document), reading);
  const pieces = sourcedPieces(finishedPieces(finished), lines);
  return succeed({ reading, pieces, finished, diagnostics }, diagnostics);
}

async function setInto(stationery: string, report: Rendered): Promise<Outcome<Uint8Array>> {
  const { buildInStationery } = await import('./build-in-stationery.ts');
  return buildInStationery(stationery, report);
}
