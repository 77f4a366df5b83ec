import { assert, double, array as listOf, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectOfCounts, petoEffect } from '../../src/synthesis/effect-size.ts';
import { type Data, leaveOneOut, type Method, MODELS, type Model, pool } from '../../src/synthesis/pool.ts';
import { BCG } from './bcg.ts';

const by = (model: Model, hartungKnapp = false): Method => ({ model, hartungKnapp, level: 0.95 });

const bcg = (measure: 'RR' | 'OR' | 'RD'): Data => ({
  effects: BCG.map((table) => effectOfCounts(measure, table)),
});

const bcgTables = (measure: 'RR' | 'OR' | 'RD'): Data => ({ ...bcg(measure), tables: { measure, of: BCG } });

describe("The BCG trials, as R's metafor pools them (its tests against Stata's metan)", () => {
  test('fixed, inverse variance', () => {
    const rr = pool(bcg('RR'), by('fixed-inverse-variance'));
    expect(rr.estimate).toBeCloseTo(-0.4303, 4);
    expect(rr.interval.low).toBeCloseTo(-0.5097, 4);
    expect(rr.interval.high).toBeCloseTo(-0.3509, 4);
    expect(rr.statistic.value).toBeCloseTo(-10.6247, 4);
    expect(rr.heterogeneity.q).toBeCloseTo(152.233, 3);
    expect(rr.tauSquared).toBeUndefined();
    expect(rr.prediction).toBeUndefined();
    const or = pool(bcg('OR'), by('fixed-inverse-variance'));
    expect(or.estimate).toBeCloseTo(-0.4361, 4);
    expect(or.heterogeneity.q).toBeCloseTo(163.1649, 4);
    const rd = pool(bcg('RD'), by('fixed-inverse-variance'));
    expect(rd.estimate).toBeCloseTo(-0.0009, 4);
    expect(rd.statistic.value).toBeCloseTo(-4.0448, 4);
    expect(rd.heterogeneity.q).toBeCloseTo(276.4737, 4);
  });

  test('random, DerSimonian and Laird', () => {
    const rr = pool(bcg('RR'), by('random-dersimonian-laird'));
    expect(rr.estimate).toBeCloseTo(-0.7141, 4);
    expect(rr.standardError).toBeCloseTo(0.1787, 4);
    expect(rr.interval.low).toBeCloseTo(-1.0644, 4);
    expect(rr.interval.high).toBeCloseTo(-0.3638, 4);
    expect(rr.statistic).toEqual({ value: expect.closeTo(-3.9952, 4), degrees: undefined });
    expect(rr.tauSquared).toBeCloseTo(0.3088, 4);
    expect(rr.heterogeneity.iSquared).toBeCloseTo(0.921_173, 6);
    const or = pool(bcg('OR'), by('random-dersimonian-laird'));
    expect(or.estimate).toBeCloseTo(-0.7474, 4);
    expect(or.tauSquared).toBeCloseTo(0.3663, 4);
    expect(or.heterogeneity.iSquared).toBeCloseTo(0.926_455, 6);
    const rd = pool(bcg('RD'), by('random-dersimonian-laird'));
    expect(rd.statistic.value).toBeCloseTo(-4.5128, 4);
    expect(rd.heterogeneity.iSquared).toBeCloseTo(0.956_596, 6);
  });

  test('random, restricted maximum likelihood', () => {
    const rr = pool(bcg('RR'), by('random-reml'));
    expect(rr.estimate).toBeCloseTo(-0.7145, 4);
    expect(rr.standardError).toBeCloseTo(0.1798, 4);
    expect(rr.tauSquared).toBeCloseTo(0.3132, 4);
    expect(rr.p).toBeCloseTo(0.000_070_5, 7);
  });

  test('the same by Hartung and Knapp', () => {
    const rr = pool(bcg('RR'), by('random-reml', true));
    expect(rr.standardError).toBeCloseTo(0.180_791_7, 6);
    expect(rr.interval.low).toBeCloseTo(-1.108_443_7, 6);
    expect(rr.interval.high).toBeCloseTo(-0.320_621, 6);
    expect(rr.statistic).toEqual({ value: expect.closeTo(-3.952_24, 5), degrees: 12 });
    expect(rr.p).toBeCloseTo(0.001_920_015, 8);
  });

  test.each([
    ['RR', -0.4537, -0.5308, -0.3766, -11.5338, 152.5676],
    ['OR', -0.4734, -0.5538, -0.393, -11.5444, 163.9426],
    ['RD', -0.0033, -0.0039, -0.0027, -11.4708, 386.7759],
  ] as const)('%s by Mantel and Haenszel', (measure, estimate, low, high, z, q) => {
    const found = pool(bcgTables(measure), by('fixed-mantel-haenszel'));
    expect(found.estimate).toBeCloseTo(estimate, 4);
    expect(found.interval.low).toBeCloseTo(low, 4);
    expect(found.interval.high).toBeCloseTo(high, 4);
    expect(found.statistic.value).toBeCloseTo(z, 4);
    expect(found.heterogeneity.q).toBeCloseTo(q, 4);
  });

  test('by Peto', () => {
    const found = pool({ effects: BCG.map(petoEffect) }, by('fixed-peto'));
    expect(found.estimate).toBeCloseTo(-0.4744, 4);
    expect(found.interval.low).toBeCloseTo(-0.5541, 4);
    expect(found.interval.high).toBeCloseTo(-0.3948, 4);
    expect(found.statistic.value).toBeCloseTo(-11.6689, 4);
    expect(found.heterogeneity.q).toBeCloseTo(167.7302, 4);
  });

  test("with the interval of I² that R's meta prints", () => {
    const { iSquaredInterval } = pool(bcg('RR'), by('random-dersimonian-laird')).heterogeneity;
    expect(iSquaredInterval?.low).toBeCloseTo(0.883, 3);
    expect(iSquaredInterval?.high).toBeCloseTo(0.947, 3);
  });
});

describe('Teacher expectancy, as in chapter 16 of the Handbook of Research Synthesis (Raudenbush 2009, table 16.3)', () => {
  const estimates = [
    0.03, 0.12, -0.14, 1.18, 0.26, -0.06, -0.02, -0.32, 0.27, 0.8, 0.54, 0.18, -0.02, 0.23, -0.18, -0.06, 0.3,
    0.07, -0.07,
  ];
  const variances = [
    0.0156, 0.0216, 0.0279, 0.1391, 0.1362, 0.0106, 0.0106, 0.0484, 0.0269, 0.063, 0.0912, 0.0497, 0.0835,
    0.0841, 0.0253, 0.0279, 0.0193, 0.0088, 0.0303,
  ];
  const data = { effects: estimates.map((estimate, at) => ({ estimate, variance: variances[at]! })) };

  test.each([
    ['fixed-inverse-variance', false, undefined, 0.0604, 0.0365, 1.6553, -0.0111, 0.1318],
    ['random-dersimonian-laird', false, 0.0259, 0.0893, 0.0558, 1.6009, -0.02, 0.1987],
    ['random-reml', false, 0.0188, 0.0837, 0.0516, 1.6208, -0.0175, 0.1849],
    ['random-dersimonian-laird', true, 0.0259, 0.0893, 0.0636, 1.405, -0.0442, 0.2229],
    ['random-reml', true, 0.0188, 0.0837, 0.0616, 1.3593, -0.0457, 0.2131],
  ] as const)(
    '%s, Hartung-Knapp: %s',
    (model, hartungKnapp, tauSquared, estimate, error, value, low, high) => {
      const found = pool(data, by(model, hartungKnapp));
      if (tauSquared === undefined) expect(found.tauSquared).toBeUndefined();
      else expect(found.tauSquared).toBeCloseTo(tauSquared, 4);
      expect(found.estimate).toBeCloseTo(estimate, 4);
      expect(found.standardError).toBeCloseTo(error, 4);
      // Printed after the test statistic had been computed from unrounded figures.
      expect(Math.abs(found.statistic.value - value)).toBeLessThan(1.01e-4);
      expect(found.interval.low).toBeCloseTo(low, 4);
      expect(found.interval.high).toBeCloseTo(high, 4);
    },
  );

  test("with metafor's prediction interval, which is normal where ours has k - 2 degrees of freedom", () => {
    const { prediction } = pool(data, by('random-reml'));
    const normal = 1.959_964 / 2.109_816;
    expect(((prediction!.high - prediction!.low) / 2) * normal).toBeCloseTo((0.3711 + 0.2036) / 2, 3);
    expect((prediction!.high + prediction!.low) / 2).toBeCloseTo((0.3711 - 0.2036) / 2, 3);
  });
});

describe('Three studies that can be pooled by hand', () => {
  const data = { effects: [0.1, 0.3, 0.5].map((estimate) => ({ estimate, variance: 0.01 })) };

  test('have a closed form', () => {
    const found = pool(data, by('random-dersimonian-laird'));
    expect(found.heterogeneity).toMatchObject({
      q: expect.closeTo(8, 12),
      degrees: 2,
      p: expect.closeTo(Math.exp(-4), 12),
      iSquared: expect.closeTo(0.75, 12),
    });
    expect(found.tauSquared).toBeCloseTo(0.03, 12);
    expect(found.standardError).toBeCloseTo(Math.sqrt(1 / 75), 12);
    expect(found.prediction?.high).toBeCloseTo(0.3 + 12.706_204_736 * Math.sqrt(0.03 + 1 / 75), 8);
    expect(pool(data, by('random-reml')).tauSquared).toBeCloseTo(0.03, 9);
  });

  test('have two left when each is left out', () => {
    const left = leaveOneOut(data, by('fixed-inverse-variance'));
    expect(left.map(({ estimate }) => estimate)).toEqual([
      expect.closeTo(0.4, 12),
      expect.closeTo(0.3, 12),
      expect.closeTo(0.2, 12),
    ]);
    expect(leaveOneOut({ effects: data.effects.slice(1) }, by('fixed-inverse-variance'))).toEqual([]);
  });
});

describe('Precise studies that are far apart', () => {
  test('are pooled, though the variance between them is known no better than a double is', () => {
    const effects = [
      { estimate: 1.22, variance: 0.01 },
      { estimate: -2.88, variance: 0.001 },
    ];
    const { tauSquared, estimate } = pool({ effects }, by('random-reml'));
    // Of two studies the likelihood is highest where their distance is what their variances and this one lead to expect.
    expect(tauSquared).toBeCloseTo((4.1 ** 2 - 0.011) / 2, 9);
    expect(estimate).toBeCloseTo(-0.83, 2);
  });
});

describe('Whatever is pooled', () => {
  const effect = record({
    estimate: double({ min: -3, max: 3, noNaN: true }),
    variance: double({ min: 0.001, max: 2, noNaN: true }),
  });
  const studies = listOf(effect, { minLength: 2, maxLength: 12 });
  const ofEffects = MODELS.filter((model) => model !== 'fixed-mantel-haenszel');
  const close = (one: number | undefined, other: number | undefined): void => {
    if (one === undefined || other === undefined) expect(one).toBe(other);
    else expect(Math.abs(one - other)).toBeLessThan(1e-7 * (1 + Math.abs(one)));
  };

  test.each(ofEffects)('by %s, the order of studies does not matter', (model) => {
    assert(
      property(studies, (effects) => {
        const [one, other] = [effects, effects.toReversed()].map((these) =>
          pool({ effects: these }, by(model)),
        );
        close(one?.estimate, other?.estimate);
        close(one?.standardError, other?.standardError);
        close(one?.heterogeneity.q, other?.heterogeneity.q);
        close(one?.tauSquared, other?.tauSquared);
      }),
    );
  });

  test.each(ofEffects)('by %s, another unit gives the same in that unit', (model) => {
    assert(
      property(studies, double({ min: 0.1, max: 50, noNaN: true }), (effects, unit) => {
        const scaled = effects.map(({ estimate, variance }) => ({
          estimate: estimate * unit,
          variance: variance * unit ** 2,
        }));
        const [one, other] = [effects, scaled].map((these) => pool({ effects: these }, by(model)));
        close((one?.estimate ?? 0) * unit, other?.estimate);
        close(one?.heterogeneity.iSquared, other?.heterogeneity.iSquared);
      }),
    );
  });

  test.each(ofEffects)('by %s, the estimate lies among the studies, and weights make 1', (model) => {
    assert(
      property(studies, (effects) => {
        const { estimate, weights } = pool({ effects }, by(model));
        const estimates = effects.map((one) => one.estimate);
        expect(estimate).toBeGreaterThanOrEqual(Math.min(...estimates) - 1e-9);
        expect(estimate).toBeLessThanOrEqual(Math.max(...estimates) + 1e-9);
        close(
          weights.reduce((sum, weight) => sum + weight, 0),
          1,
        );
      }),
    );
  });

  test('a study that knows almost nothing changes almost nothing', () => {
    assert(
      property(studies, (effects) => {
        const alone = pool({ effects }, by('fixed-inverse-variance'));
        const vague = [...effects, { estimate: 2, variance: 1e12 }];
        close(pool({ effects: vague }, by('fixed-inverse-variance')).estimate, alone.estimate);
      }),
    );
  });

  test('the restricted likelihood is not higher nearby', () => {
    assert(
      property(studies, (effects) => {
        const { tauSquared = 0 } = pool({ effects }, by('random-reml'));
        const nearby = [tauSquared * 0.999, tauSquared * 1.001 + 1e-6];
        const likelihood = (value: number): number => {
          const weights = effects.map(({ variance }) => 1 / (variance + value));
          const all = weights.reduce((sum, one) => sum + one, 0);
          const middle = effects.reduce((sum, { estimate }, at) => sum + weights[at]! * estimate, 0) / all;
          return (
            -Math.log(all) +
            effects.reduce((sum, { estimate }, at) => {
              const weight = weights[at]!;
              return sum + Math.log(weight) - weight * (estimate - middle) ** 2;
            }, 0)
          );
        };
        for (const value of nearby)
          expect(likelihood(value)).toBeLessThanOrEqual(likelihood(tauSquared) + 1e-9);
      }),
    );
  });
});
