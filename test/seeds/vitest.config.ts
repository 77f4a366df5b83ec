import { defineConfig } from 'vitest/config';

/** The tests on the documents the project began with; they run with `npm run test:seeds -- DIR` alone. */
export default defineConfig({
  test: { include: ['test/seeds/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 },
});
