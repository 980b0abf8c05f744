import { defineConfig } from 'vitest/config';

/** What only an installed LibreOffice can show: npm run test:office */
export default defineConfig({
  test: {
    globalSetup: 'tests/temporary-folder.ts',
    include: ['tests/**/*.office.ts'],
    testTimeout: 10 * 60_000,
    hookTimeout: 10 * 60_000,
  },
});
