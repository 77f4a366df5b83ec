import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fisherTest } from '../../src/statistics/fisher.ts';
import type { TwoByTwo } from '../../src/statistics/two-by-two.ts';

const table = (events: number, size: number, others: number, otherSize: number): TwoByTwo => ({
  exposure: { events, size },
  reference: { events: others, size: otherSize },
});

const choose = (n: number, k: number): bigint => {
  let found = 1n;
  for (let at = 1; at <= k; at += 1) found = (found * BigInt(n - at + 1)) / BigInt(at);
  return found;
};

/** The two-sided P value by counting, in whole numbers. */
const counted = ({ exposure, reference }: TwoByTwo): number => {
  const events = exposure.events + reference.events;
  const ways = (k: number): bigint => choose(exposure.size, k) * choose(reference.size, events - k);
  let sum = 0n;
  for (let k = Math.max(0, events - reference.size); k <= Math.min(events, exposure.size); k += 1)
    if (ways(k) <= ways(exposure.events)) sum += ways(k);
  const all = choose(exposure.size + reference.size, events);
  return Number((sum * 10n ** 15n) / all) / 1e15;
};

const tables = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }))
  .chain(([size, other]) =>
    fc.record({
      exposure: fc.record({ events: fc.integer({ min: 0, max: size }), size: fc.constant(size) }),
      reference: fc.record({ events: fc.integer({ min: 0, max: other }), size: fc.constant(other) }),
    }),
  );

// The examples of R's fisher.test (Fisher's tea drinker, convictions of twins) and a table of its own.
describe("Fisher's exact test", () => {
  test.each([
    [table(3, 4, 1, 4), 0.4857142857],
    [table(2, 17, 10, 13), 0.0005367241],
    [table(5, 10, 0, 10), 0.0325077399],
    [table(0, 10, 5, 10), 0.0325077399],
    [table(0, 8, 0, 8), 1],
    [table(8, 8, 24, 24), 1],
  ])('%j gives %s', (one, p) => {
    expect(fisherTest(one).twoSided).toBeCloseTo(p, 9);
  });

  test('one-sided it is the smaller tail', () => {
    expect(fisherTest(table(3, 4, 1, 4)).oneSided).toBeCloseTo(0.2428571429, 9);
  });

  test('is what counting all tables gives', () => {
    fc.assert(
      fc.property(tables, (one) => {
        expect(fisherTest(one).twoSided).toBeCloseTo(counted(one), 9);
      }),
    );
  });

  test('is quick on large trials', () => {
    const before = performance.now();
    const { twoSided } = fisherTest(table(500_000, 10_000_000, 501_000, 10_000_000));
    expect(performance.now() - before).toBeLessThan(2000);
    expect(twoSided).toBeGreaterThan(0.3);
    expect(twoSided).toBeLessThan(0.31);
  });
});
