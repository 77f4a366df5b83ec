import { describe, expect, test } from 'vitest';
import { probabilityBounds, reported, wholeCount } from '../../src/statistics/reported.ts';

describe('a reported number', () => {
  test.each([
    ['0.49', 0.485, 0.495],
    ['0.40', 0.395, 0.405],
    ['0.4', 0.35, 0.45],
    ['100', 99.5, 100.5],
    ['3553', 3552.5, 3553.5],
    ['-1.5', -1.55, -1.45],
    ['1.20e-3', 0.001195, 0.001205],
    ['0', -0.5, 0.5],
  ])('%s was between %s and %s before it was rounded', (written, low, high) => {
    const { bounds } = reported(written)!;
    expect(bounds.low).toBeCloseTo(low, 12);
    expect(bounds.high).toBeCloseTo(high, 12);
  });

  test.each(['', 'NaN', '1,5', '0x10', '1e999', '.5', undefined])('%s is none', (written) => {
    expect(reported(written)).toBeUndefined();
  });
});

test.each([
  ['7', 7],
  ['0', 0],
  ['7.0', 7],
  ['7.5', undefined],
  ['-1', undefined],
  ['1e12', undefined],
])('%s people are %s', (written, count) => {
  expect(wholeCount(written)).toBe(count);
});

test.each([
  ['0.05', '<', 0, 0.05],
  ['0.05', '<=', 0, 0.05],
  ['0.99', '>', 0.99, 1],
  ['0.08', undefined, 0.075, 0.085],
  ['0.000', undefined, 0, 0.0005],
  ['1.00', undefined, 0.995, 1],
])('P %s with %s is between %s and %s', (written, comparator, low, high) => {
  const bounds = probabilityBounds(reported(written)!, comparator);
  expect(bounds.low).toBeCloseTo(low!, 12);
  expect(bounds.high).toBeCloseTo(high!, 12);
});
