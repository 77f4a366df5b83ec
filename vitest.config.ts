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
  },
});
