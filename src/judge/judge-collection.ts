import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { locate, placesAmong } from '../diagnostics/finding.ts';
import type { Reading } from '../facts/read-facts.ts';
import type { CollectedUnit } from '../likeness/collected-unit.ts';
import type { Suspects } from '../likeness/find-suspects.ts';
import { unusedIgnore } from '../rules/reading/unused-ignore.ts';
import { applyIgnores } from './apply-ignores.ts';
import { type RuleSettings, runCollectionRules } from './run.ts';

export interface CollectionOptions {
  /** The only rule that is asked; every one if absent. */
  readonly only?: Suspects['rule'];
  /** Files that somebody named one by one. */
  readonly singly?: ReadonlySet<string>;
}

/** Holds several townships against each other; what a file's own comments ignore is left out. For some hundred files at once. */
export async function judgeCollection(
  readings: readonly Reading[],
  settings: RuleSettings,
  { only, singly }: CollectionOptions = {},
): Promise<Diagnostic[]> {
  const units = readings.map((reading) => ({
    ...collectedUnit(reading),
    isNamedSingly: singly?.has(reading.source.file) ?? false,
  }));
  const byFile = new Map(readings.map((reading) => [reading.source.file, reading]));
  const findings = runCollectionRules(units, settings, only);
  const places = await placesAmong(findings, async (file) => {
    const reading = byFile.get(file);
    if (reading === undefined) throw new Error(`not in the collection: ${file}`);
    return reading.places();
  });
  const found = locate(findings, places);
  const kept = readings.map(({ source }) =>
    applyIgnores(
      found.filter(({ file }) => file === source.file),
      source,
      settings,
      'collection',
    ),
  );
  return (await Promise.all(kept)).flat();
}

/**
 * Goes through what {@link findSuspects} found in a collection too large for memory, group by group. `read` gives a file's facts
 * again, or nothing where it cannot be read any more.
 */
export async function* judgeSuspects(
  suspects: Iterable<Suspects>,
  settings: RuleSettings,
  read: (file: string) => Promise<Reading | undefined>,
): AsyncGenerator<Diagnostic> {
  for (const { rule, files, bearers } of suspects) {
    const readings = await Promise.all([...files, ...bearers].map(read));
    const present = readings.filter((reading) => reading !== undefined);
    const found = await judgeCollection(present, settings, { only: rule });
    yield* found.filter(
      (diagnostic) => files.includes(diagnostic.file) && diagnostic.rule !== unusedIgnore.id,
    );
  }
}

/** What the collection rules see of a township. */
export function collectedUnit({ source, facts, passages }: Reading): CollectedUnit {
  return { file: source.file, facts, passages: passages().passages };
}
