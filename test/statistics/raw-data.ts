import fc from 'fast-check';
import type { Content } from '../../src/fhir/content.ts';
import { COUNT_TESTS } from '../../src/statistics/count-tests.ts';
import { criticalValue, twoSidedP } from '../../src/statistics/normal.ts';
import { ODDS_RATIO } from '../../src/statistics/odds-ratio.ts';
import { RISK_DIFFERENCE } from '../../src/statistics/risk-difference.ts';
import { RISK_RATIO } from '../../src/statistics/risk-ratio.ts';
import { tOfP, twoSidedPOfT } from '../../src/statistics/t-distribution.ts';
import { type TwoByTwo, variants } from '../../src/statistics/two-by-two.ts';
import { arm, comparison, counted, measured } from './evidence.ts';

type Said = Parameters<typeof comparison>[0];

/** A result as a paper reports it, computed from raw data and rounded. */
export interface Report {
  readonly said: Said;
  readonly others: readonly Content[];
  /** Of one group, not of a comparison. */
  readonly ofArm?: true;
}

/** The resource that a report is checked as. */
export const resourceOf = ({ said, ofArm }: Report): Content => (ofArm ? arm('tea', said) : comparison(said));

/** Rounded as papers do, half up. */
const rounded = (value: number, places: number): string =>
  value.toFixed(places).replace(/^-(0(\.0*)?)$/, '$1');

/** A P value as papers write it: to some places, or as less than the smallest that these can show. */
const roundedP = (p: number, places: number): string => {
  const least = 10 ** -places;
  return p < least ? `< ${least.toFixed(places)}` : rounded(p, places);
};

const Z = criticalValue(0.95).low;
const EFFECTS = {
  'risk ratio': RISK_RATIO,
  'odds ratio': ODDS_RATIO,
  'risk difference': RISK_DIFFERENCE,
};
const types = fc.constantFrom(...(Object.keys(EFFECTS) as (keyof typeof EFFECTS)[]));

const counts = (least: number) =>
  fc
    .integer({ min: 4, max: 400 })
    .chain((size) =>
      fc.record({ events: fc.integer({ min: least, max: size - least }), size: fc.constant(size) }),
    );
const tables = (least: number): fc.Arbitrary<TwoByTwo> =>
  fc.record({ exposure: counts(least), reference: counts(least) });

const othersOf = ({ exposure, reference }: TwoByTwo) =>
  counted(`${exposure.events}/${exposure.size}`, `${reference.events}/${reference.size}`);

/** An effect with its interval by any of the usual methods, with the usual corrections where a cell is empty. */
export const fromCounts: fc.Arbitrary<Report> = fc
  .record({
    type: types,
    table: tables(0),
    places: fc.integer({ min: 2, max: 3 }),
    method: fc.nat(6),
    variant: fc.nat(2),
  })
  .map(({ type, table, places, method, variant }) => {
    const { estimate, intervals } = EFFECTS[type];
    const all = variants(table);
    const corrected = all.length > 1;
    const used = all[corrected ? 1 + (variant % (all.length - 1)) : 0]!.table;
    // Of a corrected table the interval is the plain one: others have corrections of their own.
    const { low, high } = intervals[corrected ? 0 : method % intervals.length]!.interval(used, Z);
    const finite = [estimate(used), low, high].every((one) => Number.isFinite(one) && Math.abs(one) < 1e6);
    return {
      said: finite
        ? {
            type,
            value: rounded(estimate(used), places),
            interval: [rounded(low, places), rounded(high, places)],
          }
        : { type },
      others: othersOf(table),
    };
  });

/** A P value by any of the usual tests of counts. */
export const pOfCounts: fc.Arbitrary<Report> = fc
  .record({ table: tables(1), places: fc.integer({ min: 2, max: 4 }), test: fc.constantFrom(...COUNT_TESTS) })
  .map(({ table, places, test }) => ({
    said: { p: roundedP(test.p(table), places) },
    others: othersOf(table),
  }));

/** A hazard ratio with its interval and P value, of a true logarithm and standard error. */
export const hazardRatio: fc.Arbitrary<Report> = fc
  .record({
    log: fc.double({ min: -1, max: 1, noNaN: true }),
    error: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
    places: fc.integer({ min: 2, max: 3 }),
    pPlaces: fc.integer({ min: 2, max: 3 }),
  })
  .map(({ log, error, places, pPlaces }) => ({
    said: {
      type: 'hazard ratio',
      value: rounded(Math.exp(log), places),
      interval: [rounded(Math.exp(log - Z * error), places), rounded(Math.exp(log + Z * error), places)],
      p: roundedP(twoSidedP(log / error), pPlaces),
    },
    others: [],
  }));

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

const deviation = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, one) => sum + (one - mean(values)) ** 2, 0) / (values.length - 1));

const sample = fc
  .record({
    centre: fc.integer({ min: 20, max: 60 }),
    spread: fc.integer({ min: 2, max: 30 }),
    size: fc.integer({ min: 4, max: 60 }),
  })
  .chain(({ centre, spread, size }) =>
    fc.array(fc.double({ min: centre - spread, max: centre + spread, noNaN: true }), {
      minLength: size,
      maxLength: size,
    }),
  );

const summary = (values: readonly number[], places: number): string =>
  `${rounded(mean(values), places)} (${rounded(deviation(values), places)}) ${values.length}`;

/** A difference of means with its interval and P value by the t test of Student or of Welch. */
export const fromMeans: fc.Arbitrary<Report> = fc
  .record({ one: sample, other: sample, places: fc.integer({ min: 1, max: 3 }), welch: fc.boolean() })
  .map(({ one, other, places, welch }) => {
    const [n, m] = [one.length, other.length];
    const [v, w] = [deviation(one) ** 2, deviation(other) ** 2];
    const pooled = ((n - 1) * v + (m - 1) * w) / (n + m - 2);
    const error = welch ? Math.sqrt(v / n + w / m) : Math.sqrt(pooled * (1 / n + 1 / m));
    const degrees = welch
      ? (v / n + w / m) ** 2 / ((v / n) ** 2 / (n - 1) + (w / m) ** 2 / (m - 1))
      : n + m - 2;
    const difference = mean(one) - mean(other);
    const reach = tOfP(0.05, degrees) * error;
    return {
      said: {
        type: 'mean difference',
        value: rounded(difference, places),
        interval: [rounded(difference - reach, places), rounded(difference + reach, places)],
        p: roundedP(twoSidedPOfT(difference / error, degrees), 3),
        test: 't-test',
      },
      others: measured(summary(one, places), summary(other, places)),
    };
  });

/** The mean and standard deviation of whole numbers. */
export const wholeNumbers: fc.Arbitrary<Report> = fc
  .array(fc.integer({ min: 0, max: 12 }), { minLength: 5, maxLength: 40 })
  .map((values) => ({
    said: {
      type: 'mean',
      value: `${rounded(mean(values), 2)} seizures`,
      deviation: `${rounded(deviation(values), 2)} seizures`,
      range: [String(Math.min(...values)), String(Math.max(...values))],
      n: values.length,
    },
    others: [],
    ofArm: true,
  }));

/** A percentage with its count and the number of people. */
export const percentages: fc.Arbitrary<Report> = fc
  .record({ of: counts(0), places: fc.integer({ min: 0, max: 2 }) })
  .map(({ of: { events, size }, places }) => ({
    said: {
      type: 'proportion',
      value: `${rounded((100 * events) / size, places)} %`,
      affected: events,
      n: size,
    },
    others: [],
    ofArm: true,
  }));
