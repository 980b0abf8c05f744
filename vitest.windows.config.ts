import { defineConfig } from 'vitest/config';

/** What only Windows can show, as far as Wine is one: npm run test:windows */
export default defineConfig({
  test: {
    include: ['tests/**/*.windows.ts'],
    testTimeout: 10 * 60_000,
    hookTimeout: 10 * 60_000,
    fileParallelism: false,
    maxConcurrency: 3,
  },
});
