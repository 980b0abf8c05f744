import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../diagnostics/user-error.ts';
import { isInShard, type Shard } from '../shard.ts';
import type { UnitResult } from '../unit.ts';
import { loadRecords } from './record-file.ts';
import { Shelf } from './shelf.ts';
import type { UnitRecord } from './unit-record.ts';

/** What a batch knows of its units, and writes down as it goes. */
export interface Ledger {
  /** The outputs of all units that it knows. */
  outputs(): ReadonlySet<string>;
  /** What it knows of a unit; read from the disk. */
  recordOf(output: string): UnitRecord | undefined;
  /** The digest of the facts that a unit's record is of; undefined where there is none. */
  factsOf(output: string): string | undefined;
  /** Lines that could not be trusted. */
  readonly damaged: number;
  /** Whether the run before came to its end. */
  readonly isClosed: boolean;
  /** Takes over what units came to; kept even if the run is killed. */
  note(results: readonly UnitResult[]): void;
  forget(output: string): void;
  /** Writes everything down in order, unless nothing is new. */
  close(): void;
}

/** The folder of a batch's records, in its output folder. */
export function recordsFolder(output: string): string {
  return join(output, '.report');
}

export function shardName({ index, count }: Shard): string {
  return `${index}-of-${count}`;
}

/** Reads the records of a batch or of a shard; with `isReadOnly` nothing is ever written. */
export function openLedger(folder: string, shard: Shard | undefined, isReadOnly: boolean): Ledger {
  const path = join(folder, recordsPath('records', shard));
  const loaded = filesFor(folder, shard).map(loadRecords);
  const all = loaded.flatMap(({ records }) => [...records]);
  const shelf = new Shelf(
    isReadOnly ? undefined : path,
    new Map(all.filter(([output]) => isInShard(output, shard))),
  );
  const isClosed = loaded.every((each) => each.isClosed);
  let isCurrent = isClosed && loaded.length === 1 && existsSync(path);
  // A full disk is no reason to begin nothing; what is wrong with the records is said at the end, when they are closed.
  isCurrent ||= isSaved(shelf);
  if (isCurrent && shard === undefined && !isReadOnly) dropShardFiles(folder);
  return {
    outputs: () => shelf.outputs(),
    recordOf: (output) => shelf.get(output),
    factsOf: (output) => shelf.factsOf(output),
    damaged: loaded.reduce((sum, each) => sum + each.damaged, 0),
    isClosed,
    note(results) {
      // The key that is kept is the unit's own text, and no copy of it.
      const news = results.flatMap(({ output, record }) => (record ? { ...record, output } : []));
      if (news.length === 0) return;
      isCurrent = false;
      shelf.add(news);
    },
    forget(output) {
      if (shelf.delete(output)) isCurrent = false;
    },
    close: () => {
      if (!isCurrent) shelf.save();
    },
  };
}

function isSaved(shelf: Shelf): boolean {
  try {
    shelf.save();
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** The whole takes over what shards have done, a shard what the whole has. */
function filesFor(folder: string, shard: Shard | undefined): string[] {
  const whole = join(folder, recordsPath('records', undefined));
  const others = shard === undefined ? shardFiles(folder) : [join(folder, recordsPath('records', shard))];
  return [whole, ...others].filter((file) => existsSync(file));
}

/** The records of every shard that a folder holds. */
function shardFiles(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => SHARD_FILE.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** What the shards left is in the whole's records now; their reports must not be merged once more. */
function dropShardFiles(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names) if (/^\w+-\d+-of-\d+\.ndjson$/.test(name)) rmSync(join(folder, name));
}

/** The name of a kind of records, of the whole or of a shard: `digests.ndjson`, `records-2-of-8.ndjson`. */
export function recordsPath(kind: string, shard: Shard | undefined): string {
  return shard === undefined ? `${kind}.ndjson` : `${kind}-${shardName(shard)}.ndjson`;
}

const SHARD_FILE = /^records-(\d+)-of-(\d+)\.ndjson$/;
