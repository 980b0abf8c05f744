import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What is watched: files, which need not be there, and folders with everything in them. */
export interface Watched {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** Every watched file that is there, with what tells one version of it from the next. */
export type Snapshot = ReadonlyMap<string, string>;

export function takeSnapshot({ files, folders }: Watched): Snapshot {
  const all = [...files, ...folders.flatMap(watchedFilesIn)];
  return new Map(all.flatMap((file) => fileVersion(file)));
}

/** The files that came, went or changed between two snapshots. */
export function changedFiles(before: Snapshot, after: Snapshot): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name));
}

function watchedFilesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function fileVersion(file: string): [string, string][] {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? [[file, `${stats.mtimeMs} ${stats.size} ${stats.ino}`]] : [];
}
