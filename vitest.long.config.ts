import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const TESTS = join(import.meta.dirname, 'tests');

/** The tests of properties, on many more samples than `npm test` has time for: npm run test:samples */
export default defineConfig({
  test: {
    globalSetup: 'tests/temporary-folder.ts',
    include: readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts') && takesSamples(join(TESTS, name)))
      .map((name) => `tests/${name.replaceAll('\\', '/')}`),
    env: { REPORT_SAMPLES: '20' },
    testTimeout: 60 * 60_000,
  },
});

function takesSamples(file: string): boolean {
  return /\/(?:sample-size|fitting-samples)\.ts'/.test(readFileSync(file, 'utf8'));
}
