import type { Diagnostic, RelatedPlace } from '../../diagnostics/diagnostic.ts';
import type { Anchor, Places } from '../../diagnostics/finding.ts';
import type { Reading } from '../../facts/read-facts.ts';
import { passagesOf } from '../../facts/read-passages.ts';
import { type CollectionFinding, runCollectionRules } from '../../rules/run.ts';
import type { Checked } from './check-one.ts';

/** Holds several townships against each other; the first one's configuration sets the rules. */
export async function checkCollection(checked: readonly Checked[]): Promise<Diagnostic[]> {
  const readings = checked.flatMap(({ reading }) => reading ?? []);
  const [first] = checked;
  if (first === undefined || readings.length < 2) return [];
  const units = readings.map((reading) => ({
    file: reading.source.file,
    facts: reading.facts,
    passages: passagesOf(reading.facts, reading.written).passages,
  }));
  const found: Diagnostic[] = [];
  for (const finding of runCollectionRules(units, first.settings))
    found.push(await locateIn(readings, finding));
  return found;
}

async function locateIn(readings: readonly Reading[], finding: CollectionFinding): Promise<Diagnostic> {
  const { rule, severity, message, hint, at, related = [] } = finding;
  const place = await placeOf(readings, at);
  const others: RelatedPlace[] = [];
  for (const other of related) {
    const { file, range } = await placeOf(readings, other.at);
    others.push({ message: other.message, file, ...range });
  }
  return {
    rule,
    severity,
    message,
    hint,
    file: place.file,
    path: place.path,
    ...place.range,
    related: others,
  };
}

/** An anchor says its township ahead of the path: `2:work.0.body`. */
async function placeOf(readings: readonly Reading[], anchor: Anchor) {
  const colon = anchor.path.indexOf(':');
  const reading = readings[Number(anchor.path.slice(0, colon))];
  if (reading === undefined) throw new Error(`no such unit: ${anchor.path}`);
  const path = anchor.path.slice(colon + 1);
  const places: Places = await reading.places();
  return { file: places.file, path, range: places.rangeOf({ ...anchor, path }) };
}
