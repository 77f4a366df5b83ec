import { describe, expect, test } from 'vitest';
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
