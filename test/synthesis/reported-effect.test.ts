import { describe, expect, test } from 'vitest';
import type { Effect } from '../../src/synthesis/comparison.ts';
import { reportedEffect } from '../../src/synthesis/reported-effect.ts';

const found = (effect: Partial<Effect>, model: readonly string[] = [], isShare = false) => {
  const statistic = { modelCharacteristic: model.map((text) => ({ code: { text } })) };
  const whole: Effect = {
    measure: undefined,
    words: undefined,
    isRatio: false,
    estimate: undefined,
    unit: undefined,
    low: undefined,
    high: undefined,
    level: undefined,
    standardError: undefined,
    p: undefined,
    ...effect,
    statistic,
  };
  return reportedEffect(whole, { resourceType: 'Evidence', statistic: [statistic] }, isShare);
};

const effectOf = (...given: Parameters<typeof found>) => {
  const one = found(...given);
  if ('missing' in one) throw new Error(one.missing);
  return { ...one.effect, error: Math.sqrt(one.effect.variance), remarks: one.remarks.join('; ') };
};

describe('The variance of a reported effect', () => {
  const ratio = { isRatio: true, estimate: '0.81', low: '0.70', high: '0.94' };

  test('is from the interval, of a ratio by its logarithm, as in the Cochrane Handbook, 6.3.2', () => {
    const { estimate, error } = effectOf({ ...ratio, level: '0.95' });
    expect(estimate).toBeCloseTo(Math.log(0.81), 12);
    expect(error).toBeCloseTo(Math.log(0.94 / 0.7) / 3.919_928, 6);
    expect(effectOf({ ...ratio, level: '95' }).error).toBeCloseTo(error, 12);
    expect(effectOf({ ...ratio, level: '0.90' }).error).toBeGreaterThan(error);
  });

  test('is not known where the level is not', () => {
    expect(found(ratio)).toEqual({ missing: 'the level of its interval is not stated' });
  });

  test('is the standard error of a difference, but not of a ratio, whose scale is not said', () => {
    expect(effectOf({ estimate: '-2.5', standardError: '0.8' }).error).toBeCloseTo(0.8, 12);
    expect(found({ ...ratio, low: undefined, standardError: '0.1' })).toHaveProperty('missing');
  });

  test('is from a P value of two sides that is known: the example of the Cochrane Handbook, 6.3.1', () => {
    // z = 2.652 for P = 0.008, and 0.03 / 2.652 = 0.0113.
    expect(effectOf({ estimate: '0.03', p: '0.008' }).error).toBeCloseTo(0.0113, 4);
    expect(found({ estimate: '0.03', p: '<0.01' })).toHaveProperty('missing');
    expect(found({ estimate: '0.03', p: '0.008' }, ['1-sided'])).toHaveProperty('missing');
    expect(found({ estimate: '0.03' })).toHaveProperty('missing');
    expect(found({ estimate: '0', p: '0.008' })).toHaveProperty('missing');
  });
});

describe('It is said', () => {
  const difference = { estimate: '-12', low: '-20', high: '-4', level: '0.95' };

  test('that an analysis was adjusted, or one-sided', () => {
    expect(effectOf(difference, ['ANCOVA']).remarks).toContain('adjusted');
    expect(effectOf(difference, ['1-sided test']).remarks).toContain('one-sided');
    expect(effectOf(difference).remarks).not.toMatch(/adjusted|one-sided/);
  });

  test('that a difference of risks is in per cent, which it is beyond 1 or by its unit', () => {
    expect(effectOf(difference, [], true)).toMatchObject({
      estimate: -0.12,
      remarks: expect.stringContaining('per cent'),
    });
    expect(
      effectOf({ ...difference, estimate: '-0.12', low: '-0.20', high: '-0.04' }, [], true).estimate,
    ).toBe(-0.12);
    expect(
      effectOf({ ...difference, estimate: '0.5', low: '0.1', high: '0.9', unit: '%' }, [], true).estimate,
    ).toBeCloseTo(0.005, 12);
    expect(effectOf(difference).estimate).toBe(-12);
  });
});
