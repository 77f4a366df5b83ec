import { cells, type TwoByTwo } from '../statistics/two-by-two.ts';
import type { Average } from './inverse-variance.ts';
import { sumOf } from './study-effect.ts';

/** What a table gives, with the margins of its cells a, b (exposure) and c, d (reference). */
interface Margins {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly n1: number;
  readonly n2: number;
  readonly all: number;
}

const marginsOf = (table: TwoByTwo): Margins => {
  const [a, b, c, d] = cells(table);
  return { a, b, c, d, n1: a + b, n2: c + d, all: a + b + c + d };
};

const shares = (weights: readonly number[]): readonly number[] => {
  const all = sumOf(weights, (weight) => weight);
  return weights.map((weight) => weight / all);
};

/** Variance of Greenland and Robins, Biometrics 1985;41:55. */
const riskRatio = (tables: readonly Margins[]): Average => {
  const exposed = sumOf(tables, ({ a, n2, all }) => (a * n2) / all);
  const reference = sumOf(tables, ({ c, n1, all }) => (c * n1) / all);
  const spread = sumOf(tables, ({ a, c, n1, n2, all }) => (n1 * n2 * (a + c) - a * c * all) / all ** 2);
  return {
    estimate: Math.log(exposed / reference),
    variance: spread / (exposed * reference),
    weights: shares(tables.map(({ c, n1, all }) => (c * n1) / all)),
  };
};

/** Variance of Robins, Breslow and Greenland, Biometrics 1986;42:311. */
const oddsRatio = (tables: readonly Margins[]): Average => {
  const parts = tables.map(({ a, b, c, d, all }) => ({
    r: (a * d) / all,
    s: (b * c) / all,
    p: (a + d) / all,
    q: (b + c) / all,
  }));
  const [r, s] = [sumOf(parts, (one) => one.r), sumOf(parts, (one) => one.s)];
  return {
    estimate: Math.log(r / s),
    variance:
      sumOf(parts, (one) => one.p * one.r) / (2 * r ** 2) +
      sumOf(parts, (one) => one.p * one.s + one.q * one.r) / (2 * r * s) +
      sumOf(parts, (one) => one.q * one.s) / (2 * s ** 2),
    weights: shares(parts.map((one) => one.s)),
  };
};

/** Variance of Sato, Greenland and Robins, Biometrics 1989;45:1323. */
const riskDifference = (tables: readonly Margins[]): Average => {
  const weights = tables.map(({ n1, n2, all }) => (n1 * n2) / all);
  const total = sumOf(weights, (weight) => weight);
  const estimate = sumOf(tables, ({ a, c, n1, n2, all }) => (a * n2 - c * n1) / all) / total;
  const p = sumOf(
    tables,
    ({ a, c, n1, n2, all }) => (n1 ** 2 * c - n2 ** 2 * a + (n1 * n2 * (n2 - n1)) / 2) / all ** 2,
  );
  const q = sumOf(tables, ({ a, b, c, d, all }) => (a * d + b * c) / (2 * all));
  return { estimate, variance: (estimate * p + q) / total ** 2, weights: shares(weights) };
};

const MEASURES = { RR: riskRatio, OR: oddsRatio, RD: riskDifference };

/** A measure that tables give by Mantel and Haenszel's method. */
export type MantelHaenszelMeasure = keyof typeof MEASURES;

/** Whether tables give a measure by Mantel and Haenszel's method. */
export const isMantelHaenszelMeasure = (measure: string): measure is MantelHaenszelMeasure =>
  Object.hasOwn(MEASURES, measure);

/** The pooled effect of tables as they are, without correction of zeros: Mantel and Haenszel, JNCI 1959;22:719. */
export const mantelHaenszel = (measure: MantelHaenszelMeasure, tables: readonly TwoByTwo[]): Average =>
  MEASURES[measure](tables.map(marginsOf));
