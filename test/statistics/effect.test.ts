import { describe, expect, test } from 'vitest';
import { criticalValue } from '../../src/statistics/normal.ts';
import { ODDS_RATIO } from '../../src/statistics/odds-ratio.ts';
import { RISK_DIFFERENCE } from '../../src/statistics/risk-difference.ts';
import { RISK_RATIO } from '../../src/statistics/risk-ratio.ts';
import { plusHalf, type TwoByTwo } from '../../src/statistics/two-by-two.ts';

const table = (events: number, size: number, others: number, otherSize: number): TwoByTwo => ({
  exposure: { events, size },
  reference: { events: others, size: otherSize },
});

const Z = criticalValue(0.95).low;

/** Logarithm and its variance, as the interval has it. */
const logarithms = (effect: typeof RISK_RATIO, one: TwoByTwo) => {
  const { low, high } = effect.intervals[0]!.interval(one, Z);
  return {
    log: Math.log(effect.estimate(one)),
    variance: ((Math.log(high) - Math.log(low)) / (2 * Z)) ** 2,
  };
};

// The BCG vaccine trials (Colditz et al., JAMA 1994;271:698) as R's metafor prints them for dat.bcg.
describe('ratios of the BCG trials', () => {
  test.each([
    [table(4, 123, 11, 139), -0.8893, 0.3256],
    [table(6, 306, 29, 303), -1.5854, 0.1946],
    [table(3, 231, 11, 220), -1.3481, 0.4154],
    [table(62, 13598, 248, 12867), -1.4416, 0.02],
    [table(180, 1541, 372, 1451), -0.7861, 0.0069],
  ])('risk ratio of %j', (one, log, variance) => {
    expect(logarithms(RISK_RATIO, one).log).toBeCloseTo(log, 4);
    expect(logarithms(RISK_RATIO, one).variance).toBeCloseTo(variance, 4);
  });

  test.each([
    [table(4, 123, 11, 139), -0.9387, 0.3571],
    [table(6, 306, 29, 303), -1.6662, 0.2081],
  ])('odds ratio of %j', (one, log, variance) => {
    expect(logarithms(ODDS_RATIO, one).log).toBeCloseTo(log, 4);
    expect(logarithms(ODDS_RATIO, one).variance).toBeCloseTo(variance, 4);
  });
});

// The example of Koopman, Biometrics 1984;40:513.
test('the score interval of a risk ratio', () => {
  const koopman = RISK_RATIO.intervals[1]!.interval;
  const { low, high } = koopman(table(36, 40, 16, 80), Z);
  expect(low).toBeCloseTo(2.94, 2);
  expect(high).toBeCloseTo(7.15, 2);
  expect(koopman(table(0, 8, 8, 24), Z).low).toBe(0);
  expect(koopman(table(8, 24, 0, 8), Z).high).toBe(Number.POSITIVE_INFINITY);
});

// Newcombe, Statistics in Medicine 1998;17:873, table II: methods 1 and 10.
describe('the risk difference', () => {
  test.each([
    [table(56, 70, 48, 80), [0.0575, 0.3425], [0.0524, 0.3339]],
    [table(9, 10, 3, 10), [0.2605, 0.9395], [0.1705, 0.809]],
    [table(10, 10, 0, 10), [1, 1], [0.6075, 1]],
  ])('of %j', (one, wald, newcombe) => {
    const found = RISK_DIFFERENCE.intervals.map(({ interval }) => interval(one, Z));
    for (const [at, [low = 0, high = 0]] of [wald, newcombe].entries()) {
      expect(found[at]?.low).toBeCloseTo(low, 4);
      expect(found[at]?.high).toBeCloseTo(high, 4);
    }
  });
});

test('half a person in each cell makes an empty one a ratio', () => {
  expect(RISK_RATIO.estimate(plusHalf(table(0, 8, 8, 24)))).toBeCloseTo(0.5 / 9 / (8.5 / 25), 12);
  expect(ODDS_RATIO.estimate(plusHalf(table(0, 8, 8, 24)))).toBeCloseTo(0.5 / 8.5 / (8.5 / 16.5), 12);
});
