import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The workbench in a real Chromium, against a real server. */
export default defineConfig({
  test: {
    root: path('../..'),
    include: ['test/ui/**/*.test.ts'],
    globalSetup: path('./setup.ts'),
    maxWorkers: 2,
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 120_000,
    // Ten thousand studies are stored before the tests that need them.
    hookTimeout: 900_000,
  },
});
