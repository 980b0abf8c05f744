import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** A fresh folder for a file of tests, removed behind them. */
export function inFolder(): { path(...names: string[]): string } {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'report-output-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { path: (...names) => join(folder, ...names) };
}
