import { defineConfig } from 'vitest/config';

/** The fast suite; `npm run test:seeds -- DIR` tests given documents, `npm run test:postgresql` the other database. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/seeds/**', 'test/postgresql/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
