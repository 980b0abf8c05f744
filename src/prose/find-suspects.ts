import { NameFinder } from './name-finder.ts';
import { sharedGrams } from './shared-grams.ts';
import type { UnitDigest } from './unit-digest.ts';

/** Units that have to be read again and given to one rule together; all others cannot break it. */
export interface Suspects {
  readonly rule: 'foreign-name' | 'copied-passage' | 'duplicate-unit';
  readonly files: readonly string[];
  /** Units of which the rule needs the name only: they are not judged themselves. */
  readonly bearers: readonly string[];
}

/** Goes through the digests of a collection, twice, and says what has to be looked at. Linear in their number. */
export function findSuspects(digests: () => Iterable<UnitDigest>): Suspects[] {
  const bearers = filesByName(digests());
  return [...sameNames(bearers), ...foreignNames(digests, bearers), ...copiedPassages(digests)];
}

type FilesByName = ReadonlyMap<string, readonly string[]>;

function filesByName(digests: Iterable<UnitDigest>): FilesByName {
  const bearers = new Map<string, string[]>();
  for (const { file, name } of digests) {
    const files = bearers.get(name);
    if (files === undefined) bearers.set(name, [file]);
    else files.push(file);
  }
  return bearers;
}

function* sameNames(bearers: FilesByName): Generator<Suspects> {
  for (const [name, files] of bearers) {
    if (name !== '' && files.length > 1) yield* inGroups('duplicate-unit', files);
  }
}

function* foreignNames(digests: () => Iterable<UnitDigest>, bearers: FilesByName): Generator<Suspects> {
  const finder = new NameFinder([...bearers.keys()]);
  for (const { file, own, mentions } of digests()) {
    const found = new Set(
      mentions.flatMap((mention) => [...finder.find(mention, own)].map(({ name }) => name)),
    );
    if (found.size === 0) continue;
    const named = [...found].flatMap((name) => bearers.get(name)?.at(-1) ?? []);
    yield { rule: 'foreign-name', files: [file], bearers: named };
  }
}

/** Units that share fingerprints, together. */
function* copiedPassages(digests: () => Iterable<UnitDigest>): Generator<Suspects> {
  for (const files of sharedGrams(digests)) yield* inGroups('copied-passage', files);
}

/** A crowd is compared in groups. */
function* inGroups(rule: Suspects['rule'], files: readonly string[]): Generator<Suspects> {
  const size = Math.ceil(files.length / Math.ceil(files.length / LARGEST_GROUP));
  for (let from = 0; from < files.length; from += size) {
    yield { rule, files: files.slice(from, from + size), bearers: [] };
  }
}

/** So many units are in memory at once. */
const LARGEST_GROUP = 256;
