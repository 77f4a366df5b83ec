import { describe, expect, test } from 'vitest';
import type { CheckCode } from '../../src/statistics/verdict.ts';
import { arm, kinds, only } from './evidence.ts';

const verdictOf = (code: CheckCode, value: string, deviation: string, n: number, unit = 'seizures') =>
  only(code, arm('tea', { type: 'mean', value: `${value} ${unit}`, deviation: `${deviation} ${unit}`, n }))
    .verdict;

describe('a mean of whole numbers', () => {
  // Brown and Heathers 2017 (5.19 of 28); the data of R's package scrutiny, as its manual prints them.
  test.each([
    ['5.19', 28, 'inconsistent'],
    ['5.18', 28, 'consistent'],
    ['7.22', 32, 'consistent'],
    ['4.74', 25, 'inconsistent'],
    ['5.23', 29, 'inconsistent'],
    ['2.57', 24, 'inconsistent'],
  ])('%s of %s is %s', (value, n, verdict) => {
    expect(verdictOf('grim', value, '9', n)).toBe(verdict);
  });

  test('says the nearest sums', () => {
    const { text } = only('grim', arm('tea', { type: 'mean', value: '5.19 seizures', n: 28 }));
    expect(text).toBe('No sum of 28 whole numbers has the mean 5.19: 145/28 is 5.179, 146/28 is 5.214.');
  });

  test('of scores, which may be means of items, cannot be verified', () => {
    expect(verdictOf('grim', '5.19', '9', 28, 'points')).toBe('cannot-be-verified');
  });

  test.each([
    ['of a measure that is not counted', '5.19 mg', 28],
    ['of so many people that each mean fits', '5.19 seizures', 100],
    ['that is a rate', '5.19 seizures per month', 28],
  ])('is nothing to check %s', (_, value, n) => {
    expect(kinds(arm('tea', { type: 'mean', value, n }))).toEqual([]);
  });
});

describe('a standard deviation of whole numbers', () => {
  // The first is refused in the manual of R's package scrutiny, too; the others are checked by hand.
  test.each([
    ['3.44', '2.47', 18, 'inconsistent'],
    ['0.50', '0.53', 10, 'consistent'],
    ['0.50', '0.55', 10, 'inconsistent'],
    ['2.68', '2.59', 28, 'consistent'],
  ])('%s (%s) of %s is %s', (value, deviation, n, verdict) => {
    expect(verdictOf('grimmer', value, deviation, n)).toBe(verdict);
  });
});

// Bhatia and Davis 2000: of values from 0 to 10 with a mean of 2, the variance is 16 at most.
describe('a standard deviation', () => {
  test.each([
    ['4.1', 'consistent'],
    ['4.2', 'inconsistent'],
  ])('of %s within 0 to 10 about 2 is %s', (deviation, verdict) => {
    const said = arm('tea', { type: 'mean', value: '2.00 mg', deviation, range: ['0.00', '10.00'], n: 20 });
    expect(only('standard-deviation', said).verdict).toBe(verdict);
  });

  test('is not below zero', () => {
    expect(
      only('standard-deviation', arm('tea', { type: 'mean', value: '2', deviation: '-1' })).verdict,
    ).toBe('inconsistent');
  });
});
