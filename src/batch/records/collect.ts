import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { UserError } from '../../diagnostics/user-error.ts';
import { CONTRACTS, readOutside } from '../../disk/read-outside.ts';
import { type Reading, readFacts } from '../../facts/read-facts.ts';
import { collectedUnit, judgeSuspects } from '../../judge/judge-collection.ts';
import type { RuleSettings } from '../../judge/run.ts';
import { findSuspects } from '../../prose/find-suspects.ts';
import { digestUnit, type UnitDigest } from '../../prose/unit-digest.ts';
import { contentDigest } from '../digest.ts';
import type { BatchUnit } from '../unit.ts';
import { fromStoredDigest, type StoredDigest, toDigestLine } from './digest-line.ts';
import type { BatchLog } from './ledger.ts';
import type { RecordLog } from './record-log.ts';

/** By the units' outputs. They are many and large, so they are read in passing. */
export type DigestLog = RecordLog<StoredDigest>;

/** What the units' facts show only together. What has no digest yet (its facts have errors, say) is read again for one. */
export async function collectFindings(
  units: readonly BatchUnit[],
  factsOf: BatchLog['factsOf'],
  digests: DigestLog,
  settings: RuleSettings,
): Promise<Diagnostic[]> {
  if (units.length < 2) return [];
  await addMissing(units, factsOf, digests);
  const files = new Map(units.map(({ output, facts }) => [output, facts]));
  const suspects = findSuspects(() => unitDigests(files, digests));
  const found: Diagnostic[] = [];
  for await (const diagnostic of judgeSuspects(suspects, settings, readFactsAgain)) found.push(diagnostic);
  return found;
}

/** The digests of the batch's own units, under the paths that their facts have now. */
function* unitDigests(files: ReadonlyMap<string, string>, digests: DigestLog): Generator<UnitDigest> {
  for (const { key, value } of digests.entries()) {
    const file = files.get(key);
    if (file !== undefined) yield fromStoredDigest(value, file);
  }
}

async function addMissing(
  units: readonly BatchUnit[],
  factsOf: BatchLog['factsOf'],
  digests: DigestLog,
): Promise<void> {
  const isKnown = ({ output }: BatchUnit) => {
    const facts = digests.stampOf(output);
    return facts !== undefined && (factsOf(output) ?? facts) === facts;
  };
  for (const { facts, output } of units.filter((unit) => !isKnown(unit))) {
    const reading = await readFactsAgain(facts);
    if (reading === undefined) continue;
    const digest = digestUnit(collectedUnit(reading));
    digests.add([[output, toDigestLine(output, contentDigest(reading.source.bytes), digest)]]);
  }
}

/** Nothing where the file is gone or cannot be read as facts: that is its own unit's trouble, and was said. */
async function readFactsAgain(file: string): Promise<Reading | undefined> {
  try {
    return (await readFacts({ file, bytes: readOutside(file, CONTRACTS.batchFacts) })).value;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
