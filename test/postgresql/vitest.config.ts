import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The tests of what is stored and served, on PostgreSQL as well. */
export default defineConfig({
  test: {
    root: path('../..'),
    include: [
      'test/postgresql/*.test.ts',
      'test/store/**/*.test.ts',
      'test/rest/{bulk,interaction,operation,search,security,subscription}/**/*.test.ts',
    ],
    globalSetup: path('./setup.ts'),
    // Vitest would leave one core idle: of two, half.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
