import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests of what is stored and served, on PostgreSQL as well. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/postgresql/*.test.ts', 'test/store/**/*.test.ts'],
    globalSetup: 'test/postgresql/setup.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
