import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalQuantity } from '../../src/fhir/ucum.ts';

describe('a quantity in base units', () => {
  test.each([
    ['5.4', 'mg', 0.0054, 'g1'],
    [0.0054, 'g', 0.0054, 'g1'],
    [120, 'mm[Hg]', 15998640, 'g1.m-1.s-2'],
    [37, 'Cel', 310.15, 'K1'],
    [98.6, '[degF]', 310.15, 'K1'],
    [5, '%', 0.05, '1'],
    [0.05, '1', 0.05, '1'],
    [2, 'wk', 1209600, 's1'],
    [60, '{beats}/min', 1, 's-1'],
    [-3, 'kg', -3000, 'g1'],
  ])('%s %s is %s %s', (value, unit, canonical, base) => {
    expect(canonicalQuantity(value, unit)).toEqual({ value: canonical, unit: base });
  });

  test.each(['', 'tablets', '[iU]', 'mcg', 'mg/', '5 mg', 'µg', 'm.'.repeat(500)])(
    'has no form for the unit %j',
    (unit) => {
      expect(canonicalQuantity(1, unit)).toBeUndefined();
    },
  );

  test('has no form for what is no number or too large', () => {
    expect(canonicalQuantity('much', 'mg')).toBeUndefined();
    expect(canonicalQuantity(Number.MAX_VALUE, 'km')).toBeUndefined();
  });

  test('is the same for the same amount in two units', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (thousandths) => {
        const grams = thousandths / 1000;
        expect(canonicalQuantity(thousandths, 'mg')).toEqual(canonicalQuantity(grams, 'g'));
      }),
    );
  });
});
