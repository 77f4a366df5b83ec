import { defineConfig } from 'vitest/config';

/** The fast suite; `npm run test:seeds -- DIR` tests given documents, `npm run test:postgresql` the other database, `npm run test:ui` the workbench. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/seeds/**', 'test/postgresql/**', 'test/ui/**'],
    // Vitest would leave one core idle: of two, half.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      // The workbench has tests in a browser, and the programs that tests start are not counted.
      include: ['src/**/*.ts'],
      exclude: ['src/ui/**'],
      reporter: ['text-summary'],
    },
  },
});
