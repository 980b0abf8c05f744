import { appendFileSync, renameSync, writeFileSync } from 'node:fs';
import { codeOf } from '../../output/io-error.ts';
import type { UnitDigest } from '../../rules/likeness/unit-digest.ts';
import { readLines, toLine } from '../records/record-lines.ts';

/** The digests of a batch's units by their outputs. They are many and large, so they stay on disk and are read in passing. */
export interface DigestStore {
  add(digests: readonly StoredDigest[]): void;
  /** One for each unit, the latest; lines that cannot be trusted are passed over. */
  all(): Iterable<StoredDigest>;
  /** Drops what is not of these outputs and what later runs replaced, once that is most of it. */
  tidy(outputs: ReadonlySet<string>): void;
}

export interface StoredDigest {
  readonly output: string;
  /** The digest of the facts file that it was made of. */
  readonly facts: string;
  readonly digest: UnitDigest;
}

/** A store in a file, to which later runs add. What cannot be added (a full disk) is missing, and made again when it is needed. */
export function openDigestFile(path: string): DigestStore {
  /** The number of each output's latest line; found at the first reading, and again after something was added. */
  let latest: ReadonlyMap<string, number> | undefined;
  let lines = 0;
  const all = function* () {
    latest ??= new Map(numbered(path));
    lines = 0;
    for (const line of storedLines(path)) if (latest.get(line.output) === lines++) yield fromStoredLine(line);
  };
  return {
    add(digests) {
      latest = undefined;
      try {
        appendFileSync(path, digests.map(toStoredLine).join(''));
      } catch (error) {
        if (codeOf(error) === '') throw error;
      }
    },
    all,
    tidy(outputs) {
      if (lines > 2 * outputs.size) rewrite(path, all(), outputs);
    },
  };
}

function* numbered(path: string): Generator<[output: string, line: number]> {
  let line = 0;
  for (const { output } of storedLines(path)) yield [output, line++];
}

function rewrite(path: string, digests: Iterable<StoredDigest>, outputs: ReadonlySet<string>): void {
  const fresh = `${path}.new`;
  writeFileSync(fresh, '');
  for (const each of digests) if (outputs.has(each.output)) appendFileSync(fresh, toStoredLine(each));
  renameSync(fresh, path);
}

/** A store that reads from files and writes to none: what is added goes before what they hold, and is forgotten with the run. */
export function openDigestReading(paths: readonly string[]): DigestStore {
  const stores = paths.map(openDigestFile);
  const added = new Map<string, StoredDigest>();
  return {
    add: (digests) => {
      for (const each of digests) added.set(each.output, each);
    },
    *all() {
      for (const store of stores) for (const each of store.all()) if (!added.has(each.output)) yield each;
      yield* added.values();
    },
    tidy: () => {},
  };
}

/** Grams are kept as the bytes of doubles, in base64: half of what their figures take. */
interface StoredLine extends Omit<UnitDigest, 'file' | 'grams'> {
  readonly output: string;
  readonly facts: string;
  readonly grams: string;
}

function toStoredLine({ output, facts, digest }: StoredDigest): string {
  const { name, own, mentions, grams } = digest;
  const bytes = Buffer.from(new Float64Array(grams).buffer);
  return toLine({ output, facts, name, own, mentions, grams: bytes.toString('base64') });
}

/** Most who go through the digests have no use for the grams. */
function fromStoredLine({ output, facts, name, own, mentions, grams }: StoredLine): StoredDigest {
  const digest = {
    file: output,
    name,
    own,
    mentions,
    get grams() {
      return new Float64Array(new Uint8Array(Buffer.from(grams, 'base64')).buffer);
    },
  };
  return { output, facts, digest };
}

/** A right checksum says that we wrote it. */
function* storedLines(path: string): Generator<StoredLine> {
  for (const value of readLines(path)) if (value !== undefined) yield value as StoredLine;
}
