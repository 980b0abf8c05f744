import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { createOwn, readOwn } from './own-file.ts';
import { type SealedCode, sealCode, unsealCode } from './sealed-code.ts';

/** Which code is looked for, and where: the first folder that has it or takes it. */
export interface CodePlace {
  readonly folders: readonly string[];
  /** Which script of the program. */
  readonly part: string;
  /** What the program is asked to do, in small letters: each command's code is kept by itself, for a start reads all of it. */
  readonly command: string;
  /** `describeRuntime` */
  readonly runtime: string;
}

/** The code that this very program kept on this very runtime, where nobody else could have put it. Undefined where there is none. */
export function findCode(place: CodePlace): SealedCode | undefined {
  for (const folder of place.folders) {
    const sealed = readOwn(join(folder, cacheName(place)));
    const found = sealed && unsealCode(sealed, place.runtime);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Keeps code, whole or not at all, where it can be written; nowhere if it cannot. Starts at the same time do not disturb one another: each
 * writes a file of its own and gives it the name. `compile` is asked only once there is a file to write to.
 */
export function keepCode(place: CodePlace, runs: number, compile: () => Buffer): void {
  const name = cacheName(place);
  for (const folder of place.folders) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const temporary = join(folder, `${name}.${process.pid}.tmp`);
      try {
        createOwn(temporary, () => sealCode({ runtime: place.runtime, runs, code: compile() }));
        renameSync(temporary, join(folder, name));
      } catch (error) {
        rmSync(temporary, { force: true });
        throw error;
      }
      dropOldest(folder, `${cacheStem(place)}-`);
      return;
    } catch {
      // No permission, a full disk, a disk for reading only: the next folder, or none. Nobody asked for a cache.
    }
  }
}

/** A runtime's own, so that several take turns without undoing each other's. */
function cacheName(place: CodePlace): string {
  return `${cacheStem(place)}-${crc32(place.runtime).toString(16).padStart(8, '0')}.cache`;
}

function cacheStem({ part, command }: CodePlace): string {
  return `${part}-${command}`;
}

/** What runtimes and programs of former times left behind, and starts that were killed. */
function dropOldest(folder: string, prefix: string): void {
  const files = readdirSync(folder).filter((name) => name.startsWith(prefix));
  if (files.length <= MOST_KEPT) return;
  const timed = files.map((name) => ({ path: join(folder, name), time: timeOf(join(folder, name)) }));
  timed.sort((a, b) => b.time - a.time);
  for (const { path } of timed.slice(MOST_KEPT)) rmSync(path, { force: true });
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Files of a command: more runtimes than one machine has. */
const MOST_KEPT = 8;
