import { resolve } from 'node:path';
import { STANDARD_STREAM } from '../disk/plan-outputs.ts';

/** The same file under two spellings (`a.yaml`, `./a.yaml`) is one input. */
export function inputKey(path: string): string {
  return path === STANDARD_STREAM ? path : resolve(path);
}

/** Paths without those that name a file again; the first spelling stays. */
export function distinctPaths(paths: readonly string[]): string[] {
  const distinct = new Map<string, string>();
  for (const path of paths) {
    const key = inputKey(path);
    if (!distinct.has(key)) distinct.set(key, path);
  }
  return [...distinct.values()];
}
