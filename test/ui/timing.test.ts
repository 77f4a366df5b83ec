import { describe, expect, test } from 'vitest';
import { saidTimes } from '../../src/ui/fhir/said-times.ts';
import { daysGiven, inDays, timingText } from '../../src/ui/fhir/timing.ts';

describe('a timing', () => {
  test.each([
    [{ repeat: { count: 3, frequency: 1, period: 2, periodUnit: 'd' } }, '3 times, every 2 days', [0, 2, 4]],
    [{ repeat: { count: 1 } }, 'once', [0]],
    [{ repeat: { count: 2, period: 1, periodUnit: 'wk' } }, '2 times, 1 × a week', [0, 7]],
    // How often in all is not said, or when within the day.
    [{ repeat: { frequency: 1, period: 1, periodUnit: 'd' } }, '1 × a day', []],
    [{ repeat: { count: 4, frequency: 2, period: 1, periodUnit: 'd' } }, '4 times, 2 × a day', []],
    [{ repeat: { count: 4 } }, '4 times', []],
    [
      { repeat: { frequency: 1, period: 1, periodUnit: 'd', boundsDuration: { value: 6, code: 'wk' } } },
      '1 × a day, for 6 weeks',
      [],
    ],
    [{ code: { text: 'before meals' } }, 'before meals', []],
    [{}, '', []],
  ] as const)('%j is said as “%s”', (timing, words, days) => {
    expect(timingText(timing)).toBe(words);
    expect(daysGiven(timing)).toEqual(days);
  });

  test('of a unit that is none has no days', () => {
    expect(inDays(2, 'wk')).toBe(14);
    expect(inDays(2, 'moons')).toBeUndefined();
  });
});

describe('times in words', () => {
  test.each([
    ['day 5', [[5, 'day 5']]],
    ['6 months', [[182.625, '6 months']]],
    [
      'Screening, Day 1, Weeks 4, 8 and 12',
      [
        [-2, 'screening'],
        [1, 'day 1'],
        [28, 'week 4'],
        [56, 'week 8'],
        [84, 'week 12'],
      ],
    ],
    [
      'Baseline, 2 weeks, and 3 months',
      [
        [-1, 'baseline'],
        [14, '2 weeks'],
        [91.3125, '3 months'],
      ],
    ],
    // What is a range, or more than times, is not put on days.
    ['Weeks 9-12', []],
    ['From first dose (Day 1) up to Week 24', []],
    ['day', []],
    ['12', []],
    ['screening, 4', []],
    ['', []],
  ])('%s', (words, times) => {
    expect(saidTimes(words).map(({ days, words: said }) => [days, said])).toEqual(times);
  });
});
