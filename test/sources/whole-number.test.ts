import { expect, test } from 'vitest';
import { wholeNumber } from '../../src/sources/whole-number.ts';

test.each([
  ['0', 0],
  ['240', 240],
  ['007', 7],
  ['2147483647', 2_147_483_647],
])('%s is a whole number', (digits, value) => {
  expect(wholeNumber(digits)).toBe(value);
});

test.each(['', '-1', '+1', '1.0', '1e3', '1e+30', '1,000', '2147483648', '9'.repeat(400), 'ten'])(
  '%s is none that FHIR has a place for',
  (words) => {
    expect(wholeNumber(words)).toBeUndefined();
  },
);
