import { defineConfig } from 'vitest/config';

/** The tests on the documents the project began with; they run with `npm run test:seeds -- DIR` alone. */
export default defineConfig({
  test: {
    include: ['test/seeds/**/*.test.ts'],
    // No file keeps state in a module, so the program is loaded once per worker.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
