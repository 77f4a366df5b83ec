import { describe, expect, test } from 'vitest';
import { effectOfCounts, effectOfMeans, petoEffect, tellsNoRatio } from '../../src/synthesis/effect-size.ts';
import { BCG } from './bcg.ts';

const table = (a: number, n1: number, c: number, n2: number) => ({
  exposure: { events: a, size: n1 },
  reference: { events: c, size: n2 },
});

/** Length of stay of stroke patients: Normand, Statistics in Medicine 1999;18:321, table II. */
const STROKE = [
  [55, 47, 155, 75, 64, 156],
  [27, 7, 31, 29, 4, 32],
  [64, 17, 75, 119, 29, 71],
  [66, 20, 18, 137, 48, 18],
].map(([m1, sd1, n1, m2, sd2, n2]) => ({
  exposure: { mean: m1!, sd: sd1!, size: n1! },
  reference: { mean: m2!, sd: sd2!, size: n2! },
}));

describe('Effects of counts', () => {
  test("the first BCG trial's risk ratio, as metafor's escalc() gives it", () => {
    const { estimate, variance } = effectOfCounts('RR', BCG[0]!);
    expect(estimate).toBeCloseTo(-0.8893, 4);
    expect(variance).toBeCloseTo(0.3256, 4);
  });

  test('its odds ratio, as van Houwelingen et al. (Stat Med 2002;21:589) have it', () => {
    const { estimate, variance } = effectOfCounts('OR', BCG[0]!);
    expect(estimate).toBeCloseTo(-0.9387, 4);
    expect(variance).toBeCloseTo(0.3571, 4);
  });

  test('have half a person added where a cell is empty, and only there', () => {
    expect(effectOfCounts('OR', table(0, 10, 5, 10)).estimate).toBeCloseTo(
      Math.log(0.5 / 10.5 / (5.5 / 5.5)),
      12,
    );
    expect(effectOfCounts('RR', table(0, 10, 5, 10)).estimate).toBeCloseTo(Math.log(0.5 / 5.5), 12);
    expect(effectOfCounts('RR', table(1, 10, 5, 10)).estimate).toBeCloseTo(Math.log(0.2), 12);
  });

  test('tell nothing of a ratio without events, or without people free of them', () => {
    expect(tellsNoRatio(table(0, 10, 0, 12))).toBe(true);
    expect(tellsNoRatio(table(10, 10, 12, 12))).toBe(true);
    expect(tellsNoRatio(table(0, 10, 1, 12))).toBe(false);
  });

  test("Peto's has the observed less the expected over the variance", () => {
    // 10 of 50 against 20 of 50: expected 15, variance 50 × 50 × 30 × 70 / (100² × 99).
    const { estimate, variance } = petoEffect(table(10, 50, 20, 50));
    expect(variance).toBeCloseTo(1 / 5.303_030_303, 8);
    expect(estimate).toBeCloseTo(-5 / 5.303_030_303, 8);
  });
});

describe('Effects of means', () => {
  test("Hedges's g of stroke units, as metafor's escalc() gives it", () => {
    const found = STROKE.map((means) => effectOfMeans('SMD', means));
    const expected = [
      [-0.3552, 0.0131],
      [-0.3479, 0.0645],
      [-2.3176, 0.0458],
      [-1.888, 0.1606],
    ];
    for (const [at, [estimate, variance]] of expected.entries()) {
      expect(found[at]?.estimate).toBeCloseTo(estimate!, 4);
      expect(found[at]?.variance).toBeCloseTo(variance!, 4);
    }
  });

  test('a difference has the variances of both means', () => {
    expect(effectOfMeans('MD', STROKE[0]!)).toEqual({
      estimate: -20,
      variance: expect.closeTo(47 ** 2 / 155 + 64 ** 2 / 156, 10),
    });
  });
});
