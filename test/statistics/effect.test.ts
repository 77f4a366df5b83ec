import { describe, expect, test } from 'vitest';
import { chiSquaredP, pearsonP } from '../../src/statistics/chi-squared.ts';
import { conditionalOddsRatio } from '../../src/statistics/conditional-odds-ratio.ts';
import { criticalValue, quantileOfP } from '../../src/statistics/normal.ts';
import { ODDS_RATIO } from '../../src/statistics/odds-ratio.ts';
import { RISK_DIFFERENCE } from '../../src/statistics/risk-difference.ts';
import { RISK_RATIO } from '../../src/statistics/risk-ratio.ts';
import { plusHalf, type TwoByTwo, variants } from '../../src/statistics/two-by-two.ts';

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

const intervalBy = (effect: typeof RISK_RATIO, name: string, one: TwoByTwo) =>
  effect.intervals.find((method) => method.name === name)!.interval(one, Z);

// Newcombe, Statistics in Medicine 1998;17:873, table II: methods 1, 2, 5, 6, 10 and 11.
describe("the risk difference, by Newcombe's table II", () => {
  const METHODS = [
    'Wald',
    'Wald with continuity correction',
    'Mee',
    'Miettinen and Nurminen',
    'Newcombe',
    'Newcombe with continuity correction',
  ];
  test.each([
    [
      table(56, 70, 48, 80),
      [
        [0.0575, 0.3425],
        [0.0441, 0.3559],
        [0.0533, 0.3377],
        [0.0528, 0.3382],
        [0.0524, 0.3339],
        [0.0428, 0.3422],
      ],
    ],
    [
      table(9, 10, 3, 10),
      [
        [0.2605, 0.9395],
        [0.1605, 1],
        [0.1821, 0.837],
        [0.17, 0.8406],
        [0.1705, 0.809],
        [0.1013, 0.8387],
      ],
    ],
  ])('of %j', (one, published) => {
    for (const [at, [low = 0, high = 0]] of published.entries()) {
      const found = intervalBy(RISK_DIFFERENCE, METHODS[at]!, one);
      expect(found.low, METHODS[at]).toBeCloseTo(low, 4);
      expect(found.high, METHODS[at]).toBeCloseTo(high, 4);
    }
  });

  test('by Agresti and Caffo is that of Wald with one person more in each cell', () => {
    const { low, high } = intervalBy(RISK_DIFFERENCE, 'Agresti and Caffo', table(56, 70, 48, 80));
    const wald = intervalBy(RISK_DIFFERENCE, 'Wald', table(57, 72, 49, 82));
    expect([low, high]).toEqual([wald.low, wald.high]);
  });
});

// The examples of R's fisher.test: Fisher's tea drinker, and convictions of twins. R solves to about three digits.
describe('the conditional odds ratio and its exact interval, by R', () => {
  test.each([
    [table(3, 4, 1, 4), 6.408309, 0.2117329, 621.9337505],
    [table(2, 12, 15, 18), 0.04693661, 0.003325764, 0.363182271],
  ])('of %j', (one, estimate, low, high) => {
    expect(conditionalOddsRatio(one) / estimate).toBeCloseTo(1, 4);
    const found = intervalBy(ODDS_RATIO, 'exact', one);
    expect(Math.abs(found.low / low - 1)).toBeLessThan(0.01);
    expect(Math.abs(found.high / high - 1)).toBeLessThan(0.01);
  });
});

/** The P value of no effect, where the bound of the interval of the level that it leaves open lies at no effect. */
const scores = [
  ['risk ratio', RISK_RATIO, 'Koopman', 1, chiSquaredP],
  ['risk ratio', RISK_RATIO, 'Miettinen and Nurminen', 1, pearsonP],
  ['odds ratio', ODDS_RATIO, 'score', 1, chiSquaredP],
  ['odds ratio', ODDS_RATIO, 'Miettinen and Nurminen', 1, pearsonP],
  ['risk difference', RISK_DIFFERENCE, 'Mee', 0, chiSquaredP],
  ['risk difference', RISK_DIFFERENCE, 'Miettinen and Nurminen', 0, pearsonP],
] as const;

describe('a score interval ends at no effect where its z is that of the chi-squared test', () => {
  test.each(scores)('%s: %o', (_, effect, name, none, p) => {
    for (const one of [table(56, 70, 48, 80), table(9, 10, 3, 10), table(8, 24, 3, 11)]) {
      const z = quantileOfP(p(one));
      const { low } = effect.intervals.find((method) => method.name === name)!.interval(one, z);
      expect(low).toBeCloseTo(none, 6);
    }
  });
});

test('half a person in each cell makes an empty one a ratio', () => {
  expect(RISK_RATIO.estimate(plusHalf(table(0, 8, 8, 24)))).toBeCloseTo(0.5 / 9 / (8.5 / 25), 12);
  expect(ODDS_RATIO.estimate(plusHalf(table(0, 8, 8, 24)))).toBeCloseTo(0.5 / 8.5 / (8.5 / 16.5), 12);
});

// Sweeting, Sutton and Lambert 2004: with one person for three controls, the exposed get 1/4 and the others 3/4.
test('one person shared by the sizes of the groups makes an empty cell a ratio', () => {
  const [, , shared] = variants(table(0, 8, 8, 24));
  expect(shared?.table.exposure).toEqual({ events: 0.25, size: 8.5 });
  expect(shared?.table.reference).toEqual({ events: 8.75, size: 25.5 });
  expect(variants(table(1, 8, 8, 24)).length).toBe(1);
});
