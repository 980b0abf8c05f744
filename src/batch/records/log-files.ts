import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ioError } from '../../disk/io-error.ts';
import type { Shard } from '../shard.ts';

/** What is kept: of each unit its record, what it is compared with others by, and what a county gets of it; what the comparison found; what a shard came to. */
export type LogKind = 'records' | 'digests' | 'extracts' | 'findings' | 'report';

/** The folder of a batch's logs, in its output folder. */
export function recordsFolder(output: string): string {
  return join(output, '.report');
}

export function shardName({ index, count }: Shard): string {
  return `${index}-of-${count}`;
}

/** The file of a kind, of the whole or of a shard: `digests.ndjson`, `records-2-of-8.ndjson`. */
export function logFile(folder: string, kind: LogKind, shard?: Shard): string {
  return join(folder, `${kind}${shard === undefined ? '' : `-${shardName(shard)}`}.ndjson`);
}

/** A shard's file of some kind. */
export interface ShardFile {
  readonly kind: string;
  readonly shard: Shard;
  readonly path: string;
}

/** The files of all shards in a folder, by name. UserError where there is no folder. */
export function shardFiles(folder: string): ShardFile[] {
  return namesIn(folder).flatMap((name) => {
    const [, kind, index, count] = SHARD_FILE.exec(name) ?? [];
    if (kind === undefined) return [];
    return { kind, shard: { index: Number(index), count: Number(count) }, path: join(folder, name) };
  });
}

export function removeFiles(files: readonly ShardFile[]): void {
  for (const { path } of files) rmSync(path, { force: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    throw ioError('读取', folder, error);
  }
}

const SHARD_FILE = /^(\w+)-(\d+)-of-(\d+)\.ndjson$/;
