import { existsSync } from 'node:fs';
import { UserError } from '../../diagnostics/user-error.ts';
import { isInShard, type Shard } from '../shard.ts';
import type { UnitResult } from '../unit.ts';
import { logFile, removeFiles, shardFiles } from './log-files.ts';
import { entryLine } from './log-line.ts';
import { RecordLog } from './record-log.ts';
import type { UnitRecord } from './unit-record.ts';

/** What a batch knows of its units, and writes down as it goes. */
export interface BatchLog {
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

/** Reads the records of a batch or of a shard; with `isReadOnly` nothing is ever written. */
export function openLedger(folder: string, shard: Shard | undefined, isReadOnly: boolean): BatchLog {
  const own = logFile(folder, 'records', shard);
  const files = filesFor(folder, shard).filter((file) => existsSync(file));
  const log = new RecordLog<UnitRecord>(files.includes(own) ? files : [...files, own], isReadOnly ? '' : own);
  const { damaged, isClosed } = log;
  for (const output of log.keys()) if (!isInShard(output, shard)) log.delete(output);
  const save = () => log.recompact([...log.keys()].sort());
  let isCurrent = isClosed && files.length === 1 && files[0] === own;
  // A full disk is no reason to begin nothing; what is wrong with the records is said at the end, when they are closed.
  isCurrent ||= saves(save);
  // What the shards left is in the whole's records now; their reports must not be merged once more.
  if (isCurrent && shard === undefined && !isReadOnly) removeFiles(shardFiles(folder));
  return {
    outputs: () => log.keys(),
    recordOf: (output) => log.get(output),
    factsOf: (output) => log.stampOf(output),
    damaged,
    isClosed,
    note(results) {
      // The key that is kept is the unit's own text, and no copy of it.
      const news = results.flatMap(({ output, record }) =>
        record ? [[output, recordLine(record)] as const] : [],
      );
      if (news.length === 0) return;
      isCurrent = false;
      log.add(news);
    },
    forget(output) {
      if (log.delete(output)) isCurrent = false;
    },
    close: () => {
      if (!isCurrent) save();
    },
  };
}

function recordLine(record: UnitRecord): string {
  return entryLine(record.output, record.inputs.facts, record);
}

function saves(save: () => void): boolean {
  try {
    save();
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** The whole takes over what shards have done, a shard what the whole has. */
function filesFor(folder: string, shard: Shard | undefined): string[] {
  const whole = logFile(folder, 'records');
  if (shard !== undefined) return [whole, logFile(folder, 'records', shard)];
  const others = (existsSync(folder) ? shardFiles(folder) : []).filter(({ kind }) => kind === 'records');
  return [whole, ...others.map(({ path }) => path)];
}
