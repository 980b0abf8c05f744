import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';

/** A fresh folder for a file of tests. */
export function inFolder(): { path(...names: string[]): string } {
  const folder = temporaryFolder();
  return { path: (...names) => join(folder, ...names) };
}
