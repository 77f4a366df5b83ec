import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criticalValue, quantileOfP, twoSidedP, upperTail } from '../../src/statistics/normal.ts';

// Abramowitz and Stegun, tables 26.1 (to 15 places) and 26.2, and R's pnorm(z, lower.tail = FALSE).
describe('the upper tail of the normal distribution', () => {
  test.each([
    [0, 0.5],
    [1, 0.158655253931457],
    [1.96, 0.0249978951482204],
    [2.5, 0.00620966532577613],
    [3, 0.00134989803163009],
    [5, 2.86651571879194e-7],
    [10, 7.61985302416053e-24],
    [-1, 0.841344746068543],
  ])('above %s is %s', (z, tail) => {
    expect(Math.abs(upperTail(z) / tail - 1)).toBeLessThan(1e-10);
  });

  test('falls all the way, past the place where its formula changes', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 30, noNaN: true }), (z) => {
        expect(upperTail(z + 0.001)).toBeLessThan(upperTail(z));
      }),
    );
  });
});

describe('the quantile of a two-sided P value', () => {
  test.each([
    [0.05, 1.95996398454005],
    [0.1, 1.64485362695147],
    [0.01, 2.5758293035489],
    [1, 0],
    [0, Number.POSITIVE_INFINITY],
  ])('of %s is %s', (p, z) => {
    expect(quantileOfP(p)).toBeCloseTo(z, 10);
  });

  test('is where the P value is', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-200, max: 1, noNaN: true }), (p) => {
        expect(Math.abs(twoSidedP(quantileOfP(p)) / p - 1)).toBeLessThan(1e-8);
      }),
    );
  });

  test('of an interval takes in what tables print', () => {
    expect(criticalValue(0.95).high).toBe(1.96);
    expect(criticalValue(0.9).high).toBe(1.645);
    expect(criticalValue(0.99).high).toBe(2.576);
  });
});
