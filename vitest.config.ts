import { defineConfig } from 'vitest/config';

/** Milliseconds: ends a test that hangs, and is no measure of speed, however busy the machine. */
const HANGING = 10 * 60_000;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: HANGING,
    hookTimeout: HANGING,
    expect: { poll: { timeout: HANGING, interval: 20 } },
  },
});
