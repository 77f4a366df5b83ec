import type { Bounds } from './bounds.ts';

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** Where the series loses digits and the continued fraction has become quick. */
const TAIL = 3;
const DEPTH = 100;

const tailFraction = (z: number): number => {
  let fraction = z;
  for (let term = DEPTH; term > 0; term -= 1) fraction = z + term / fraction;
  return density(z) / fraction;
};

const centralSeries = (z: number): number => {
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return density(z) * sum;
};

/**
 * The probability above `z` of the standard normal distribution: Abramowitz and Stegun, Handbook of Mathematical
 * Functions, 26.2.11 (series) and 26.2.14 (continued fraction).
 */
export const upperTail = (z: number): number => {
  if (z < 0) return 1 - upperTail(-z);
  if (z === Number.POSITIVE_INFINITY) return 0;
  return z < TAIL ? 0.5 - centralSeries(z) : tailFraction(z);
};

/** The two-sided P value of a standard normal statistic. */
export const twoSidedP = (z: number): number => Math.min(1, 2 * upperTail(Math.abs(z)));

/** The `z` whose two-sided P value is this: Abramowitz and Stegun 26.2.23, made exact by Newton's method. */
export const quantileOfP = (p: number): number => {
  if (p <= 0) return Number.POSITIVE_INFINITY;
  if (p >= 1) return 0;
  const t = Math.sqrt(-2 * Math.log(p / 2));
  const upper = 2.515517 + t * (0.802853 + t * 0.010328);
  const lower = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  let z = t - upper / lower;
  for (let step = 0; step < 4; step += 1) z += (upperTail(z) - p / 2) / density(z);
  return z;
};

/** How many standard errors an interval of this level reaches to either side; tables print three decimals (1.960). */
export const criticalValue = (level: number): Bounds => {
  const exact = quantileOfP(1 - level);
  const printed = Math.round(exact * 1000) / 1000;
  return { low: Math.min(exact, printed), high: Math.max(exact, printed) };
};
