import { defineConfig } from 'vitest/config';

/** Milliseconds: ends a test that hangs, and is no measure of speed, however busy the machine. */
const HANGING = 10 * 60_000;

export default defineConfig({
  test: {
    globalSetup: 'tests/temporary-folder.ts',
    include: ['tests/**/*.test.ts'],
    // The default leaves one core to the reporter, which hardly needs it.
    maxWorkers: '100%',
    testTimeout: HANGING,
    hookTimeout: HANGING,
    expect: { poll: { timeout: HANGING, interval: 20 } },
  },
});
