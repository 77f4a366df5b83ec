import type { Bounds } from '../statistics/bounds.ts';
import { chiSquaredUpperTail } from '../statistics/chi-squared-distribution.ts';
import { quantileOfP } from '../statistics/normal.ts';
import { squaredDistances } from './inverse-variance.ts';
import type { StudyEffect } from './study-effect.ts';

/** How far studies differ beyond chance; shares are fractions. */
export interface Heterogeneity {
  /** Cochran's Q. */
  readonly q: number;
  readonly degrees: number;
  readonly p: number;
  readonly iSquared: number;
  /** `undefined` for two studies, which do not give it. */
  readonly iSquaredInterval: Bounds | undefined;
}

const share = (h: number): number => (h <= 1 ? 0 : 1 - 1 / h ** 2);

/** The test-based interval of I²: Higgins and Thompson, Statistics in Medicine 2002;21:1539, appendix A2. */
const interval = (q: number, studies: number, level: number): Bounds | undefined => {
  if (studies < 3) return;
  const error =
    q > studies
      ? (0.5 * (Math.log(q) - Math.log(studies - 1))) / (Math.sqrt(2 * q) - Math.sqrt(2 * studies - 3))
      : Math.sqrt((1 / (2 * (studies - 2))) * (1 - 1 / (3 * (studies - 2) ** 2)));
  const reach = quantileOfP(1 - level) * error;
  const middle = 0.5 * Math.log(Math.max(q, Number.MIN_VALUE) / (studies - 1));
  return { low: share(Math.exp(middle - reach)), high: share(Math.exp(middle + reach)) };
};

/** How far effects differ from an average without variance between studies. */
export const heterogeneity = (
  effects: readonly StudyEffect[],
  average: number,
  level: number,
): Heterogeneity => {
  const q = squaredDistances(effects, average);
  const degrees = effects.length - 1;
  return {
    q,
    degrees,
    p: chiSquaredUpperTail(q, degrees),
    iSquared: q <= degrees ? 0 : (q - degrees) / q,
    iSquaredInterval: interval(q, effects.length, level),
  };
};
