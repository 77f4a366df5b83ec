import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../src/fhir/content.ts';
import { check } from '../../src/statistics/check.ts';
import { chiSquaredP, yatesP } from '../../src/statistics/chi-squared.ts';
import { conditionalOddsRatio } from '../../src/statistics/conditional-odds-ratio.ts';
import { fisherTest } from '../../src/statistics/fisher.ts';
import { criticalValue, twoSidedP } from '../../src/statistics/normal.ts';
import { ODDS_RATIO } from '../../src/statistics/odds-ratio.ts';
import { RISK_DIFFERENCE } from '../../src/statistics/risk-difference.ts';
import { RISK_RATIO } from '../../src/statistics/risk-ratio.ts';
import type { TwoByTwo } from '../../src/statistics/two-by-two.ts';
import { arm, comparison, counted, only } from './evidence.ts';

const counts = fc
  .integer({ min: 2, max: 400 })
  .chain((size) => fc.record({ events: fc.integer({ min: 1, max: size - 1 }), size: fc.constant(size) }));
const tables: fc.Arbitrary<TwoByTwo> = fc.record({ exposure: counts, reference: counts });
const digits = fc.integer({ min: 1, max: 4 });
const EFFECTS = { 'risk ratio': RISK_RATIO, 'odds ratio': ODDS_RATIO, 'risk difference': RISK_DIFFERENCE };
const effects = fc.constantFrom(...(Object.keys(EFFECTS) as (keyof typeof EFFECTS)[]));

const others = ({ exposure, reference }: TwoByTwo) =>
  counted(`${exposure.events}/${exposure.size}`, `${reference.events}/${reference.size}`);

const rounded = (value: number, places: number): string =>
  value.toFixed(places).replace(/^-(0(\.0*)?)$/, '$1');

/** A comparison with all its numbers computed from the counts and rounded. */
const computed = (type: keyof typeof EFFECTS, table: TwoByTwo, places: number, method: number) => {
  const { estimate, intervals, scale } = EFFECTS[type];
  const z = criticalValue(0.95).low;
  const { low, high } = intervals[method % intervals.length]!.interval(table, z);
  const wald = intervals[0]!.interval(table, z);
  const error = (scale.to(wald.high) - scale.to(wald.low)) / (2 * z);
  return {
    type,
    value: rounded(estimate(table), places),
    interval: [rounded(low, places), rounded(high, places)] as const,
    p: rounded(twoSidedP(scale.to(estimate(table)) / error), places),
  };
};

describe('what is computed from counts and rounded', () => {
  test('is never inconsistent', () => {
    fc.assert(
      fc.property(effects, tables, digits, (type, table, places) => {
        const found = check(comparison(computed(type, table, places, 0)), others(table));
        expect(found.filter(({ verdict }) => verdict === 'inconsistent')).toEqual([]);
        expect(found.length).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: 500 },
    );
  });

  test('has an interval by any of the usual methods', () => {
    fc.assert(
      fc.property(effects, tables, digits, fc.nat(3), (type, table, places, method) => {
        const said = computed(type, table, places, method);
        expect(only('interval', comparison(said), others(table)).verdict).toBe('consistent');
      }),
    );
  });

  test('has a P value by any of the usual tests', () => {
    fc.assert(
      fc.property(tables, digits, fc.nat(2), (table, places, which) => {
        const p = [fisherTest(table).twoSided, chiSquaredP(table), yatesP(table)][which]!;
        const found = check(comparison({ p: rounded(p, places) }), others(table));
        expect(found.map(({ verdict }) => verdict)).toEqual(['consistent']);
      }),
      { numRuns: 300 },
    );
  });

  test('has a percentage', () => {
    fc.assert(
      fc.property(counts, fc.nat(2), fc.boolean(), ({ events, size }, places, withCount) => {
        const value = `${rounded((100 * events) / size, places)} %`;
        const said = { type: 'proportion', value, n: size, ...(withCount && { affected: events }) } as const;
        expect(only('percentage', arm('tea', said)).verdict).toBe('consistent');
      }),
      { numRuns: 300 },
    );
  });
});

describe('a number that is changed beyond rounding', () => {
  const changed = (value: number, places: number, by: number): string =>
    rounded(value + by * 10 ** -places, places);
  const by = fc.integer({ min: 2, max: 9 });

  test('is inconsistent with the counts', () => {
    fc.assert(
      fc.property(effects, tables, digits, by, (type, table, places, units) => {
        const { estimate, code } = EFFECTS[type];
        const value = changed(estimate(table), places, units);
        fc.pre(type !== 'risk difference' || Number(value) <= 1);
        fc.pre(type !== 'odds ratio' || rounded(conditionalOddsRatio(table), places) !== value);
        expect(only(code, comparison({ type, value }), others(table)).verdict).toBe('inconsistent');
      }),
      { numRuns: 300 },
    );
  });

  test('is inconsistent with the count and the number of people', () => {
    fc.assert(
      fc.property(counts, fc.nat(2), by, ({ events, size }, places, units) => {
        const value = `${changed((100 * events) / size, places, units)} %`;
        const said = { type: 'proportion', value, n: size, affected: events } as const;
        expect(only('percentage', arm('tea', said)).verdict).toBe('inconsistent');
      }),
    );
  });

  test('is inconsistent with the interval, where that is a P value', () => {
    fc.assert(
      fc.property(fc.constantFrom('risk ratio', 'odds ratio'), tables, by, (type, table, units) => {
        const said = computed(type as 'risk ratio', table, 6, 0);
        const p = Number(said.p) + units * 0.01;
        fc.pre(p < 1 && Math.abs(Number(said.value) - 1) > 0.01);
        expect(only('p-from-interval', comparison({ ...said, p: rounded(p, 2) })).verdict).toBe(
          'inconsistent',
        );
      }),
    );
  });
});

describe('whatever is sent', () => {
  const scalars = fc.oneof(
    fc.string({ maxLength: 5 }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('C53324', 'C44185', 'C93152', 'C44256', 'exposure', 'measuredVariable', '%', '<'),
  );
  const NAMES = [
    'statistic',
    'statisticType',
    'quantity',
    'value',
    'unit',
    'numberAffected',
    'sampleSize',
    'knownDataCount',
    'attributeEstimate',
    'type',
    'coding',
    'code',
    'range',
    'low',
    'high',
    'level',
    'variableDefinition',
    'variableRole',
    'observed',
    'intended',
    'reference',
    'modelCharacteristic',
    'text',
    'description',
    '__proto__',
  ];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 7, depthSize: 'large' },
      scalars,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...NAMES), tie('tree'), { maxKeys: 6 }),
    ),
  }));
  const sent = fc.record({ statistic: tree, variableDefinition: tree }).map((value): Content => {
    const text = JSON.stringify({ resourceType: 'Evidence', ...value });
    return { text, value: JSON.parse(text) };
  });

  test('nothing is thrown', () => {
    fc.assert(
      fc.property(sent, sent, (one, other) => {
        expect(Array.isArray(check(one, [one, other]))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  const numbers = fc.oneof(
    fc.constantFrom('0', '-1', '1e308', '1e-320', '0.0', '100', '0.5', '99999999999999999999'),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.integer().map(String),
  );
  test('every number gets a verdict in words without NaN', () => {
    const types = fc.constantFrom(
      'risk ratio',
      'odds ratio',
      'risk difference',
      'hazard ratio',
      'mean difference',
    );
    fc.assert(
      fc.property(types, numbers, numbers, numbers, numbers, tables, (type, value, low, high, p, table) => {
        const found = check(
          comparison({ type: type as 'risk ratio', value, interval: [low, high], p }),
          others(table),
        );
        for (const { text, recomputed = '' } of found) {
          expect(`${text} ${recomputed}`).not.toMatch(/NaN|undefined/);
          expect(recomputed).not.toContain('Infinity');
        }
      }),
      { numRuns: 1000 },
    );
  });
});
