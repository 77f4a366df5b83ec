import { defineConfig } from 'vitest/config';

/** The fast suite; the tests on given documents run with `npm run test:seeds -- DIR`. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/seeds/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
