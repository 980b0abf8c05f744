import { NameFinder } from './name-finder.ts';
import { sharedGrams } from './shared-grams.ts';
import type { UnitDigest } from './unit-digest.ts';

/** Units that have to be read again and given to one rule together; all others cannot break it. */
export interface Suspects {
  readonly rule: 'foreign-name' | 'copied-passage';
  readonly files: readonly string[];
  /** Units of which the rule needs the name only: they are not judged themselves. */
  readonly bearers: readonly string[];
}

/** Goes through the digests of a collection, twice, and says what has to be looked at. Linear in their number. */
export function findSuspects(digests: () => Iterable<UnitDigest>): Suspects[] {
  return [...foreignNames(digests), ...copiedPassages(digests)];
}

function* foreignNames(digests: () => Iterable<UnitDigest>): Generator<Suspects> {
  const bearers = new Map<string, string>();
  for (const { file, name } of digests()) bearers.set(name, file);
  const finder = new NameFinder([...bearers.keys()]);
  for (const { file, own, mentions } of digests()) {
    const found = new Set(
      mentions.flatMap((mention) => [...finder.find(mention, own)].map(({ name }) => name)),
    );
    if (found.size === 0) continue;
    const named = [...found].flatMap((name) => bearers.get(name) ?? []);
    yield { rule: 'foreign-name', files: [file], bearers: named };
  }
}

/** Units that share fingerprints, together; a crowd that all share them is compared in groups. */
function* copiedPassages(digests: () => Iterable<UnitDigest>): Generator<Suspects> {
  for (const files of sharedGrams(digests)) {
    const size = Math.ceil(files.length / Math.ceil(files.length / LARGEST_GROUP));
    for (let from = 0; from < files.length; from += size) {
      yield { rule: 'copied-passage', files: files.slice(from, from + size), bearers: [] };
    }
  }
}

/** So many units are in memory at once. */
const LARGEST_GROUP = 256;
