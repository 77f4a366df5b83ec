import { describe, expect, test } from 'vitest';
import { comparison, kinds, only } from './evidence.ts';

type Said = Parameters<typeof comparison>[0];

const ratio = { type: 'hazard ratio', value: '0.81', interval: ['0.70', '0.94'] } as const satisfies Said;
const none = { type: 'hazard ratio', value: '0.81', interval: ['0.60', '1.09'] } as const satisfies Said;

describe('the decision by P and that by the interval', () => {
  test.each<[string, Said, string]>([
    ['both that there is an effect', { ...ratio, p: '0.005' }, 'consistent'],
    ['both that nothing is shown', { ...none, p: '0.17' }, 'consistent'],
    ['P alone', { ...none, p: '< 0.001' }, 'inconsistent'],
    ['the interval alone', { ...ratio, p: '0.20' }, 'inconsistent'],
    ['the interval alone, at its own level', { ...ratio, level: '0.99', p: '0.02' }, 'inconsistent'],
    ['within rounding at the bound', { ...ratio, interval: ['0.66', '1.00'], p: '0.047' }, 'consistent'],
    ['within rounding at 0.05', { ...ratio, p: '0.05' }, 'consistent'],
    ['at the limit', { ...ratio, p: '< 0.05' }, 'consistent'],
    ['P alone, as a one-sided test', { ...none, p: '0.04' }, 'cannot-be-verified'],
    ['P alone, said to be one-sided', { ...none, p: '< 0.001', note: 'One-sided P' }, 'cannot-be-verified'],
    [
      'P alone, of non-inferiority',
      { ...none, p: '< 0.001', hypothesis: 'NON_INFERIORITY' },
      'cannot-be-verified',
    ],
    ['P alone, by a rank test', { ...none, p: '< 0.001', test: 'Wilcoxon test' }, 'cannot-be-verified'],
    ['P alone, by another test', { ...none, p: '0.02', test: 'Log Rank' }, 'cannot-be-verified'],
    [
      'P alone, just, by a model',
      { ...none, interval: ['0.65', '1.01'], p: '0.02', test: 'Regression, Cox' },
      'cannot-be-verified',
    ],
    ['P alone, by far, by a model', { ...none, p: '< 0.001', test: 'Regression, Cox' }, 'inconsistent'],
    ['P alone, adjusted somehow', { ...none, p: '< 0.001', note: 'adjusted for age' }, 'cannot-be-verified'],
  ])('say %s (%j): %s', (_, said, verdict) => {
    expect(only('decision', comparison(said))).toMatchObject({
      verdict,
      path: 'Evidence.statistic[0].attributeEstimate[1].quantity',
    });
  });

  test('are shown', () => {
    expect(only('decision', comparison({ ...ratio, p: '0.20' })).text).toBe(
      'P = 0.20 is not below 0.05, and the 95 % interval 0.70 to 0.94 does not contain 1: only the interval says that there is an effect.',
    );
  });

  test('are not compared where the level is not known', () => {
    expect(kinds(comparison({ ...ratio, level: undefined, p: '0.20' }))).not.toContain('decision');
  });
});

test('a P value above 1 is no probability', () => {
  expect(only('p-value', comparison({ p: '1.2' }))).toMatchObject({
    verdict: 'inconsistent',
    text: 'P = 1.2 is no probability.',
  });
});
