import { describe, expect, test } from 'vitest';
import { chiSquaredUpperTail } from '../../src/statistics/chi-squared-distribution.ts';
import { logGamma } from '../../src/statistics/log-gamma.ts';
import { upperTail } from '../../src/statistics/normal.ts';
import { tOfP, twoSidedPOfT } from '../../src/statistics/t-distribution.ts';

const near = (found: number, expected: number, relative = 1e-10): void =>
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);

describe('The logarithm of the gamma function', () => {
  test.each([
    [0.5, Math.log(Math.sqrt(Math.PI))],
    [5, Math.log(24)],
    [11, Math.log(3_628_800)],
  ])('of %d follows from the factorial or from π', (x, expected) => near(logGamma(x), expected, 1e-14));
});

describe('The chi-squared distribution', () => {
  test.each([0.1, 1, 5, 30, 700])('with two degrees of freedom is exponential, at %d', (x) =>
    near(chiSquaredUpperTail(x, 2), Math.exp(-x / 2), 1e-12),
  );
  test.each([0.1, 1, 5, 30])('with one degree is the square of a normal, at %d', (x) =>
    near(chiSquaredUpperTail(x, 1), 2 * upperTail(Math.sqrt(x)), 1e-11),
  );
  test.each([
    [4, 0.287_297_495_183_645_8],
    [12, 0.957_978_961_804_693_9],
  ])('with %d degrees at 5 is a finite sum', (degrees, expected) =>
    near(chiSquaredUpperTail(5, degrees), expected, 1e-12),
  );
  test('has all above 0 and nothing above infinity', () => {
    expect(chiSquaredUpperTail(0, 3)).toBe(1);
    expect(chiSquaredUpperTail(Number.POSITIVE_INFINITY, 3)).toBe(0);
  });
});

describe("Student's t", () => {
  test.each([0.2, 1, 12.706, 1e6])('with one degree of freedom is Cauchy, at %d', (t) =>
    near(twoSidedPOfT(t, 1), (2 / Math.PI) * Math.atan(1 / t), 1e-10),
  );
  test.each([0.2, 1, 4.303, 60])('with two degrees has a closed form, at %d', (t) => {
    const share = t / Math.sqrt(2 + t * t);
    near(twoSidedPOfT(t, 2), 2 / ((2 + t * t) * (1 + share)), 1e-11);
  });
  test('with very many degrees is normal', () => near(twoSidedPOfT(1.96, 1e8), 2 * upperTail(1.96), 1e-6));
  test.each([
    [1, 12.706_204_736_174_7],
    [2, 4.302_652_729_749_46],
    [10, 2.228_138_851_986_27],
    [11, 2.200_985_160_091_64],
    [30, 2.042_272_456_301_24],
    [120, 1.979_930_405_081_4],
  ])('has its 0.975 quantile where printed tables have it, with %d degrees', (degrees, expected) =>
    near(tOfP(0.05, degrees), expected, 1e-11),
  );
  test.each([1e-12, 1e-4, 0.3, 0.99])('has quantiles whose P value is the one asked for: %d', (p) => {
    for (const degrees of [1, 2.5, 7, 400]) near(twoSidedPOfT(tOfP(p, degrees), degrees), p, 1e-8);
  });
  test('is nothing beyond infinity', () => {
    expect(twoSidedPOfT(Number.POSITIVE_INFINITY, 5)).toBe(0);
    expect(tOfP(0, 5)).toBe(Number.POSITIVE_INFINITY);
    expect(tOfP(1, 5)).toBe(0);
  });
});
