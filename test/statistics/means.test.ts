import { describe, expect, test } from 'vitest';
import { reported } from '../../src/statistics/reported.ts';
import { meanP, meanReach, meanTests } from '../../src/statistics/t-test.ts';
import type { TwoMeans } from '../../src/statistics/two-means.ts';
import { arm, comparison, measured, only, unordered } from './evidence.ts';

const group = (mean: string, deviation: string, size: number): TwoMeans['exposure'] => ({
  mean: { ...reported(mean)!, unit: undefined, unitWords: undefined, comparator: undefined },
  deviation: reported(deviation)!.bounds,
  size,
  derived: undefined,
});

// Student's sleep data as R has them: means 2.33 and 0.75, standard deviations 2.002249 and 1.789010, ten each.
describe("R's t.test of the sleep data", () => {
  const sleep: TwoMeans = {
    exposure: group('2.330000000', '2.002249047', 10),
    reference: group('0.750000000', '1.789009719', 10),
  };
  test.each([
    ["Student's t test", 0.07918671, 18, [-0.203874, 3.363874]],
    ["Welch's t test", 0.07939414, 17.77647, [-0.2054832, 3.3654832]],
  ] as const)('%s: P = %d with %d degrees of freedom', (name, p, degrees, [low, high]) => {
    const used = meanTests(sleep).find((one) => one.name === name)!;
    const found = meanP(used, sleep);
    expect(found.low).toBeCloseTo(p, 7);
    expect(found.high).toBeCloseTo(p, 7);
    expect(used.degrees(sleep).low).toBeCloseTo(degrees, 4);
    const reach = meanReach(used, sleep, 0.95);
    expect(1.58 - reach.high).toBeCloseTo(low, 5);
    expect(1.58 + reach.low).toBeCloseTo(high, 5);
  });
});

const sleep = measured('2.33 (2.00) 10', '0.75 (1.79) 10');

describe('a mean difference', () => {
  test.each([
    ['1.58', 'consistent'],
    ['1.6', 'consistent'],
    ['1.59', 'consistent'],
    ['1.60', 'inconsistent'],
    ['1.85', 'inconsistent'],
  ])('of 2.33 and 0.75, reported as %s, is %s', (value, verdict) => {
    const found = only('mean-difference', comparison({ type: 'mean difference', value }), sleep);
    expect(found).toMatchObject({ verdict, path: 'Evidence.statistic[0].quantity' });
    expect(found.text).toContain('2.33 (SD 2, n = 10) against 0.75 (SD 1.79, n = 10)');
  });

  test.each([
    ['Student’s', ['-0.20', '3.36'], 'consistent'],
    ['Welch’s', ['-0.205', '3.365'], 'consistent'],
    ['normal', ['-0.08', '3.24'], 'consistent'],
    ['none of them', ['-0.28', '3.36'], 'inconsistent'],
  ] as const)('has an interval: %s', (_, interval, verdict) => {
    const said = comparison({ type: 'mean difference', value: '1.58', interval });
    expect(only('interval', said, sleep).verdict).toBe(verdict);
  });

  test('may come from standard errors, or from the intervals of the means', () => {
    const error = [
      arm('tea', { type: 'mean', value: '2.33', error: '0.633', n: 10 }),
      arm('water', { type: 'mean', value: '0.75', interval: ['-0.53', '2.03'], n: 10 }),
    ];
    const said = comparison({ type: 'mean difference', value: '1.58', interval: ['-0.20', '3.36'] });
    const found = only('interval', said, error);
    expect(found.verdict).toBe('consistent');
    expect(found.text).toContain('taken from the standard error 0.633 of 10');
    expect(found.text).toContain('taken from the interval -0.53 to 2.03 of 10');
  });

  test.each([
    ['an adjusted analysis', comparison({ type: 'mean difference', value: '9', test: 'ANCOVA' }), sleep],
    ['a paired analysis', comparison({ type: 'mean difference', value: '9', note: 'Paired t-test' }), sleep],
    ['no means', comparison({ type: 'mean difference', value: '9' }), []],
    ['groups in no order', unordered({ type: 'mean difference', value: '9' }), sleep],
    [
      'means in other units',
      comparison({ type: 'mean difference', value: '9' }),
      [
        arm('tea', { type: 'mean', value: '2.33 mg', deviation: '2.00 mg', n: 10 }),
        arm('water', { type: 'mean', value: '0.75 g', deviation: '1.79 g', n: 10 }),
      ],
    ],
  ])('of %s cannot be verified', (_, said, others) => {
    expect(only('mean-difference', said, others).verdict).toBe('cannot-be-verified');
  });
});

// Borenstein, Hedges, Higgins and Rothstein, Introduction to Meta-Analysis, 2009, chapter 4.
describe('a standardised mean difference', () => {
  const others = measured('103.00 (5.50) 50', '100.00 (4.50) 50');
  test.each([
    ['0.5970', 'consistent', "Cohen's d"],
    ['0.5924', 'consistent', "Hedges' g"],
    ['0.667', 'consistent', "Glass's delta"],
    ['0.54', 'inconsistent', '0.597'],
  ])('%s is %s', (value, verdict, words) => {
    const found = only(
      'standardised-mean-difference',
      comparison({ type: 'standardised mean difference', value }),
      others,
    );
    expect(found.verdict).toBe(verdict);
    expect(found.text).toContain(words);
  });
});

describe('a P value from means', () => {
  test.each([
    ['0.079', 't-test, 2 sided', 'consistent'],
    ['0.08', undefined, 'consistent'],
    ['0.008', 't-test, 2 sided', 'inconsistent'],
    ['0.008', undefined, 'cannot-be-verified'],
  ] as const)('%s by %s is %s', (p, named, verdict) => {
    const said = comparison({ p, ...(named !== undefined && { test: named }) });
    expect(only('t-test', said, sleep)).toMatchObject({ verdict });
  });

  test.each([
    ['Wilcoxon (Mann-Whitney)', 'not one of means'],
    ['one-sided t test', 'one-sided'],
    ['ANCOVA', 'adjusted'],
  ])('by %s cannot be verified, and says why', (named, why) => {
    const found = only('p-value', comparison({ p: '0.008', test: named }), sleep);
    expect(found.verdict).toBe('cannot-be-verified');
    expect(found.text).toContain(why);
  });
});

describe('a P value beside the interval of a mean difference', () => {
  const said = (p: string) =>
    comparison({ type: 'mean difference', value: '1.58', interval: ['-0.20', '3.36'], p });

  test('may be Student’s where it is known how few people there were', () => {
    expect(only('p-from-interval', said('0.076'), sleep).verdict).toBe('consistent');
    expect(
      only('p-from-interval', said('0.076'), measured('2.33 (9.00) 200', '0.75 (9.00) 200')).verdict,
    ).toBe('inconsistent');
  });
});
