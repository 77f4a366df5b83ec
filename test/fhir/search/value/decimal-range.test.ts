import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalRange } from '../../../../src/fhir/search/value/decimal-range.ts';

describe('the range that digits leave open', () => {
  test.each([
    ['100', 100, 99.5, 100.5],
    ['100.00', 100, 99.995, 100.005],
    ['1e2', 100, 95, 105],
    ['1.0e2', 100, 95, 105],
    ['1.00e2', 100, 99.5, 100.5],
    ['12E+2', 1200, 1195, 1205],
    ['5.40e-3', 0.0054, 0.005395, 0.005405],
    ['5.4', 5.4, 5.35, 5.45],
    ['0.1', 0.1, 0.05, 0.15],
    ['0.3', 0.3, 0.25, 0.35],
    ['-0.30', -0.3, -0.305, -0.295],
    ['0', 0, -0.5, 0.5],
    ['0.000000000000000001', 1e-18, 5e-19, 1.5e-18],
    ['123456789012345678', 123456789012345680, 123456789012345680, 123456789012345680],
  ])('%s', (text, value, low, high) => {
    expect(decimalRange(text)).toEqual({ value, low, high });
  });

  test.each([
    ['100', 89.5, 110.5],
    ['5.4', 4.81, 5.99],
    ['-10', -11.5, -8.5],
    ['0', -0.5, 0.5],
  ])('approximately %s', (text, low, high) => {
    expect(decimalRange(text, true)).toMatchObject({ low, high });
  });

  test.each([
    '',
    '-',
    '.',
    '.5',
    '5.',
    '1,5',
    '1e',
    'e5',
    '1e1.5',
    '0x10',
    'NaN',
    'Infinity',
    '1e400',
    '--1',
    ' 1',
    '1 ',
    '١',
  ])('“%s” is no number', (text) => {
    expect(decimalRange(text)).toBeUndefined();
  });

  const decimals = fc
    .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 9 }))
    .map(([digits, scale]) => (digits / 10 ** scale).toFixed(scale));

  test('contains the value and nothing that would be written otherwise with as many decimals', () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const { value, low, high } = decimalRange(text) ?? { value: Number.NaN, low: 0, high: 0 };
        expect(value).toBe(Number(text));
        expect(low).toBeLessThan(value);
        expect(high).toBeGreaterThan(value);
        const step = 10 ** -(text.split('.')[1]?.length ?? 0);
        expect(high - low).toBeCloseTo(step, 9);
      }),
    );
  });

  test('is wider for what is approximate, and narrower with more digits', () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const plain = decimalRange(text);
        const wide = decimalRange(text, true);
        const precise = decimalRange(text.includes('.') ? `${text}0` : `${text}.0`);
        expect(wide?.low).toBeLessThanOrEqual(plain?.low ?? Number.NaN);
        expect(wide?.high).toBeGreaterThanOrEqual(plain?.high ?? Number.NaN);
        expect(precise?.low).toBeGreaterThan(plain?.low ?? Number.NaN);
        expect(precise?.high).toBeLessThan(plain?.high ?? Number.NaN);
      }),
    );
  });
});
