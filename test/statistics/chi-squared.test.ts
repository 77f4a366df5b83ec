import { expect, test } from 'vitest';
import { chiSquaredP, yatesP } from '../../src/statistics/chi-squared.ts';

// R's chisq.test of the convictions of twins in the examples of fisher.test: 13.032 and, corrected, 10.458.
const convictions = { exposure: { events: 2, size: 12 }, reference: { events: 15, size: 18 } };

test('the chi-squared test, without and with the correction of Yates', () => {
  expect(chiSquaredP(convictions)).toBeCloseTo(0.0003063, 7);
  expect(yatesP(convictions)).toBeCloseTo(0.001221, 6);
});

test('the correction never goes past no difference', () => {
  const equal = { exposure: { events: 3, size: 9 }, reference: { events: 3, size: 9 } };
  expect(yatesP(equal)).toBe(1);
});

test('no event at all gives no P value', () => {
  const none = { exposure: { events: 0, size: 9 }, reference: { events: 0, size: 9 } };
  expect(chiSquaredP(none)).toBeNaN();
});
