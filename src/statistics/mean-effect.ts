import { type Bounds, magnitude, quotient } from './bounds.ts';
import { logGamma } from './log-gamma.ts';
import { pooledDeviation } from './t-test.ts';
import { differenceOf, type TwoMeans } from './two-means.ts';
import type { CheckCode } from './verdict.ts';

/** A measure of effect that two groups' means give, in the ways it is computed. */
export interface MeanEffect {
  readonly code: CheckCode;
  readonly ways: readonly { readonly how: string; readonly estimate: (table: TwoMeans) => Bounds }[];
  /** Whether it is in the unit of the means, so that the interval of a t test is its own. */
  readonly inUnits: boolean;
}

/** The difference of two groups' means. */
export const MEAN_DIFFERENCE: MeanEffect = {
  code: 'mean-difference',
  ways: [{ how: '', estimate: differenceOf }],
  inUnits: true,
};

const standardised = (table: TwoMeans, deviation: Bounds): Bounds => {
  const difference = differenceOf(table);
  const { low, high } = quotient(magnitude(difference), deviation);
  if (difference.low >= 0) return { low, high };
  return { low: -high, high: difference.high <= 0 ? -low : high };
};

/** Hedges, Journal of Educational Statistics 1981;6:107: what makes d unbiased. */
const unbiased = (degrees: number): number =>
  Math.exp(logGamma(degrees / 2) - logGamma((degrees - 1) / 2)) / Math.sqrt(degrees / 2);

const hedges = (table: TwoMeans): Bounds => {
  const { low, high } = standardised(table, pooledDeviation(table));
  const factor = unbiased(table.exposure.size + table.reference.size - 2);
  return { low: low * factor, high: high * factor };
};

/** The difference of two groups' means in standard deviations: of both groups together, or of the reference alone. */
export const STANDARDISED_MEAN_DIFFERENCE: MeanEffect = {
  code: 'standardised-mean-difference',
  ways: [
    { how: " (Cohen's d)", estimate: (table) => standardised(table, pooledDeviation(table)) },
    { how: " (Hedges' g)", estimate: hedges },
    { how: " (Glass's delta)", estimate: (table) => standardised(table, table.reference.deviation) },
  ],
  inUnits: false,
};
