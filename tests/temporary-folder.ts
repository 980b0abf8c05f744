import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** For a run of tests: all that they write outside the project lies in one folder, which goes with the run. */
export default function setUp(): () => void {
  const folder = temporaryFolder();
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** A new folder for tests. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'report-test-'));
}
