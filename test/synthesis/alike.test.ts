import { describe, expect, test } from 'vitest';
import { mixtures, unstated } from '../../src/synthesis/alike.ts';
import type { Comparison } from '../../src/synthesis/comparison.ts';
import type { Row } from '../../src/synthesis/row.ts';

const row = (name: string, comparison: Partial<Comparison>): Row => ({
  study: { name, evidence: [], controls: new Set(), retracted: undefined },
  comparison: {
    outcome: 'Pain',
    time: undefined,
    category: undefined,
    groups: ['a', 'b'],
    ordered: true,
    evidence: [],
    ...comparison,
  },
  effect: { estimate: 0, variance: 1 },
  corrected: false,
  participants: undefined,
  remarks: [],
});

const rulesOf = (one: Partial<Comparison>, other: Partial<Comparison>, measure = 'MD') =>
  mixtures([row('One', one), row('Other', other)], measure).map(({ rule }) => rule);

describe('Times', () => {
  test.each([
    ['28 days', 'Day 28'],
    ['4 weeks', '28 days'],
    ['Week 4', 'up to day 28 after the first dose'],
    ['12 months', '1 year'],
    ['36 hours', '1.5 days'],
    ['until discharge', 'Until  discharge'],
    ['Baseline, Week 12', '12 weeks'],
    ['4, 8, and 12 weeks', 'Weeks 4, 8 and 12'],
  ])('%s and %s are the same', (one, other) => expect(rulesOf({ time: one }, { time: other })).toEqual([]));

  test.each([
    ['28 days', '30 days'],
    ['4 weeks', '1 month'],
    ['28 days', 'until discharge'],
    ['Weeks 4 and 12', '12 weeks'],
    ['Weeks 4 and 12', 'Week 4'],
    ['4, 8 and 12 weeks', 'Weeks 4 and 12'],
  ])('%s and %s are not', (one, other) =>
    expect(rulesOf({ time: one }, { time: other })).toEqual(['pool-mixed-times']),
  );

  test('are those of a row that is a visit, before those of the outcome', () => {
    const visits = { time: 'Weeks 4, 8 and 12', category: 'Week 12' };
    expect(rulesOf(visits, { time: '12 weeks' })).toEqual([]);
    expect(rulesOf(visits, { time: '8 weeks' })).toEqual(['pool-mixed-times']);
  });

  test('that are not stated contradict nothing, and are told of', () => {
    expect(rulesOf({ time: '28 days' }, {})).toEqual([]);
    expect(unstated([row('One', { time: '28 days' }), row('Other', {})], 'RR')).toEqual([
      'No time point is stated by: Other',
    ]);
  });
});

describe('Units and kinds of values', () => {
  const arms = (unit: string): Partial<Comparison> => ({
    arms: [
      { group: 'a', mean: '1', sd: '1', n: '9', unit },
      { group: 'b', mean: '2', sd: '1', n: '9', unit },
    ],
  });

  test('matter to a difference of means', () => {
    expect(rulesOf(arms('kg'), arms('KG'))).toEqual([]);
    expect(rulesOf(arms('kg'), arms('lb'))).toEqual(['pool-mixed-units']);
    expect(rulesOf(arms('kg'), arms('lb'), 'SMD')).toEqual([]);
  });

  test('change is not a final value, whatever is standardised', () => {
    const change = { outcome: 'Change from baseline in pain' };
    expect(rulesOf(change, {})).toEqual(['pool-mixed-change']);
    expect(rulesOf(change, {}, 'SMD')).toEqual(['pool-mixed-change']);
    expect(rulesOf(change, {}, 'RR')).toEqual([]);
    expect(rulesOf(change, { outcome: 'Pain, mean change' })).toEqual([]);
  });

  test('both are told of with the studies', () => {
    const [issue] = mixtures([row('One', arms('kg')), row('Other', arms('lb'))], 'MD');
    expect(issue?.text).toContain('kg (One) against lb (Other)');
  });
});
