import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { locate, placesAmong } from '../diagnostics/finding.ts';
import type { Reading } from '../facts/read-facts.ts';
import type { CollectedUnit } from '../prose/collected-unit.ts';
import { findSuspects, type Suspects } from '../prose/find-suspects.ts';
import { digestUnit, type UnitDigest } from '../prose/unit-digest.ts';
import { unusedIgnore } from '../rules/reading/unused-ignore.ts';
import { applyIgnores } from './apply-ignores.ts';
import { mayHoldIgnores } from './ignore-comment.ts';
import { type RuleSettings, runCollectionRules } from './run.ts';

export interface CollectionOptions {
  /** The only rule that is asked; every one if absent. */
  readonly only?: Suspects['rule'] | undefined;
  /** Files that somebody named one by one. */
  readonly singly?: ReadonlySet<string> | undefined;
}

/** Holds several townships against each other; what a file's own comments ignore is left out. For some hundred files at once. */
export async function judgeCollection(
  readings: readonly Reading[],
  settings: RuleSettings,
  { only, singly }: CollectionOptions = {},
): Promise<Diagnostic[]> {
  const found = await findTogether(readings, settings, { only, singly });
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

/** What several townships' facts show together, whatever their comments ignore. */
async function findTogether(
  readings: readonly Reading[],
  settings: RuleSettings,
  { only, singly }: CollectionOptions,
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
  return locate(findings, places);
}

/** A unit of a collection too large for memory. */
export interface RememberedUnit {
  readonly digest: UnitDigest;
  /** Whether its file may hold comments that ignore something. */
  readonly mayIgnore: boolean;
}

/** What has to be remembered of a unit, as plain data; with `only` for that rule alone. */
export function rememberUnit(reading: Reading, only?: CollectionOptions['only']): RememberedUnit {
  const unit =
    only === 'duplicate-unit' ? { ...collectedUnit(reading), passages: [] } : collectedUnit(reading);
  return { digest: digestUnit(unit), mayIgnore: mayHoldIgnores(reading.source.bytes) };
}

/** The same as {@link judgeCollection} for any number of files, gone through several times, of which `read` gives again those that a rule has to see. */
export async function judgeRemembered(
  units: Iterable<RememberedUnit>,
  settings: RuleSettings,
  read: (file: string) => Promise<Reading | undefined>,
  { only, singly }: CollectionOptions = {},
): Promise<Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  for (const { rule, files, bearers } of findSuspects(() => digestsOf(units))) {
    if (only !== undefined && rule !== only) continue;
    const readings = await readPresent([...files, ...bearers], read);
    for (const diagnostic of await findTogether(readings, settings, { only: rule, singly })) {
      if (files.includes(diagnostic.file)) listIn(found, diagnostic.file).push(diagnostic);
    }
  }
  const kept: Diagnostic[] = [];
  for (const { digest, mayIgnore } of units) {
    const own = found.get(digest.file) ?? [];
    const source = mayIgnore ? (await read(digest.file))?.source : undefined;
    kept.push(...(source === undefined ? own : await applyIgnores(own, source, settings, 'collection')));
  }
  return kept;
}

function* digestsOf(units: Iterable<RememberedUnit>): Generator<UnitDigest> {
  for (const { digest } of units) yield digest;
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

async function readPresent(
  files: readonly string[],
  read: (file: string) => Promise<Reading | undefined>,
): Promise<Reading[]> {
  const readings = await Promise.all(files.map(read));
  return readings.filter((reading) => reading !== undefined);
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
    const present = await readPresent([...files, ...bearers], read);
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
