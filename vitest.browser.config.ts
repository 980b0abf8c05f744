import { defineConfig } from 'vitest/config';

/** What only a browser can show: npm run test:browser */
export default defineConfig({
  test: {
    globalSetup: 'tests/temporary-folder.ts',
    include: ['tests/**/*.browser.ts'],
    testTimeout: 5 * 60_000,
    hookTimeout: 5 * 60_000,
    expect: { poll: { timeout: 20_000, interval: 50 } },
  },
});
