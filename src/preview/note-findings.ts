import { basename } from 'node:path';
import type { Diagnostic, Position, SheetPlace } from '../diagnostics/diagnostic.ts';
import type { Places } from '../diagnostics/finding.ts';
import { firstWhere } from '../diagnostics/index-characters.ts';
import { describeSheetPlace } from '../diagnostics/sheet-place.ts';
import { segmentsOfPath, valueAt } from '../facts/fact-path.ts';
import type { Reading } from '../facts/read-facts.ts';
import type { FindingNote, PlaceNote } from './messages.ts';

/** Findings as the page shows them, each with its place in the file and in the fact's own text. */
export async function noteFindings(
  diagnostics: readonly Diagnostic[],
  reading: Reading | undefined,
  titleOf: (rule: string) => string | undefined,
): Promise<readonly FindingNote[]> {
  const places = await reading?.places();
  return diagnostics.map((diagnostic) => {
    const { rule, severity, message, hint, path, related } = diagnostic;
    const span = spanIn(diagnostic, reading, places);
    return {
      rule,
      title: titleOf(rule) ?? rule,
      severity,
      message,
      hint,
      path,
      ...(span !== undefined && { span }),
      place: placeNote(diagnostic),
      related: related.map((other) => ({ message: other.message, place: placeNote(other) })),
    };
  });
}

function placeNote(place: Partial<SheetPlace> & { file: string; start: Position }): PlaceNote {
  const cells = describeSheetPlace(place);
  return { file: basename(place.file), line: place.start.line, ...(cells !== '' && { cells }) };
}

/**
 * Which characters of a fact's text a finding speaks of. A diagnostic knows only where they are in the file; characters are there in their
 * order, so the place of one is looked for by halves.
 */
function spanIn(
  { path, start, end, file }: Diagnostic,
  reading: Reading | undefined,
  places: Places | undefined,
): readonly [number, number] | undefined {
  if (reading === undefined || places === undefined || file !== places.file || path === '') return undefined;
  const value = valueAt(reading.facts, segmentsOfPath(path));
  if (typeof value !== 'string' || value.length < 2) return undefined;
  const startOf = (at: number) => places.rangeOf({ path, span: [at, at + 1] }).start;
  const first = firstWhere(value.length, (at) => !isBefore(startOf(at), start));
  const last = firstWhere(value.length, (at) => !isBefore(startOf(at), end));
  return first < last && !(first === 0 && last === value.length) ? [first, last] : undefined;
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
