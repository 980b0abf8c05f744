import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isInShard, type Shard } from '../shard.ts';
import type { UnitResult } from '../unit.ts';
import { appendRecords, loadRecords, saveRecords } from './record-file.ts';
import { type UnitRecord, withShared } from './unit-record.ts';

/** What a batch knows of its units, and writes down as it goes. */
export interface Ledger {
  readonly records: ReadonlyMap<string, UnitRecord>;
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
  const all = loaded.flatMap(({ records }) => [...records.values()]);
  const own = all.filter(({ output }) => isInShard(output, shard));
  const records = new Map(own.map((record) => [record.output, record]));
  const isClosed = loaded.every((each) => each.isClosed);
  const write = isReadOnly ? NO_WRITING : writingTo(path);
  let isCurrent = isClosed && loaded.length === 1 && existsSync(path);
  if (!isCurrent) write.all(records);
  isCurrent = true;
  if (shard === undefined && !isReadOnly) dropShardFiles(folder);
  return {
    records,
    damaged: loaded.reduce((sum, each) => sum + each.damaged, 0),
    isClosed,
    note(results) {
      const news = results.flatMap(({ record }) => record ?? []);
      for (const record of news) records.set(record.output, withShared(record));
      if (news.length > 0) isCurrent = false;
      write.more(news);
    },
    forget(output) {
      if (records.delete(output)) isCurrent = false;
    },
    close: () => {
      if (!isCurrent) write.all(records);
    },
  };
}

/** The whole takes over what shards have done, a shard what the whole has. */
function filesFor(folder: string, shard: Shard | undefined): string[] {
  const whole = join(folder, recordsPath('records', undefined));
  const others = shard === undefined ? shardFiles(folder) : [join(folder, recordsPath('records', shard))];
  return [whole, ...others].filter((file) => existsSync(file));
}

interface Writing {
  all(records: ReadonlyMap<string, UnitRecord>): void;
  more(records: readonly UnitRecord[]): void;
}

const NO_WRITING: Writing = { all: () => {}, more: () => {} };

/** What cannot be added at once (a full disk) is written at the end with all the others, or the end says why not. */
function writingTo(path: string): Writing {
  let isBroken = false;
  return {
    all: (records) => saveRecords(path, records.values()),
    more(records) {
      if (isBroken) return;
      try {
        appendRecords(path, records);
      } catch {
        isBroken = true;
      }
    },
  };
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
