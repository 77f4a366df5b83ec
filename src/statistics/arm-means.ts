import { armEvidence, groupSize } from './arm-evidence.ts';
import { type Bounds, scaled } from './bounds.ts';
import type { ReportedEvidence, Variable } from './evidence.ts';
import { quantileOfP } from './normal.ts';
import { attributeOf, type Measured, type Statistic } from './statistic.ts';
import type { Surroundings } from './surroundings.ts';
import { tOfP } from './t-distribution.ts';
import { TERM } from './term.ts';

/** The mean of a group's values, with their standard deviation within rounding. */
export interface ArmMean {
  readonly mean: Measured;
  readonly deviation: Bounds;
  readonly size: number;
  /** How the standard deviation follows from what is reported, where it is not reported itself. */
  readonly derived: string | undefined;
}

type Deviation = Pick<ArmMean, 'deviation' | 'derived'>;

const atLeastZero = ({ low, high }: Bounds): Bounds => ({ low: Math.max(0, low), high: Math.max(0, high) });

/** From the interval of a mean, by Student's or the normal distribution. */
const fromInterval = (statistic: Statistic, size: number): Deviation | undefined => {
  const { low, high, level = 0.95 } = attributeOf(statistic, TERM.confidenceInterval) ?? {};
  if (low === undefined || high === undefined || size < 2) return;
  const error = (bound: number, reach: number) => Math.max(0, (bound / 2 / reach) * Math.sqrt(size));
  return {
    deviation: {
      low: error(high.bounds.low - low.bounds.high, tOfP(1 - level, size - 1)),
      high: error(high.bounds.high - low.bounds.low, quantileOfP(1 - level)),
    },
    derived: `the standard deviation is taken from the interval ${low.written} to ${high.written} of ${size}`,
  };
};

/** How the values of a group spread: https://handbook-5-1.cochrane.org/chapter_7/7_7_3_2_obtaining_standard_deviations_from_standard_errors_and.htm */
const deviationOf = (statistic: Statistic, size: number): Deviation | undefined => {
  const quantity = (code: string) => attributeOf(statistic, code)?.quantity;
  const own = quantity(TERM.standardDeviation);
  if (own !== undefined) return { deviation: atLeastZero(own.bounds), derived: undefined };
  const error = quantity(TERM.standardError);
  return error === undefined
    ? fromInterval(statistic, size)
    : {
        deviation: scaled(atLeastZero(error.bounds), Math.sqrt(size)),
        derived: `a standard deviation is taken from the standard error ${error.written} of ${size}`,
      };
};

/** All that is reported of the mean of a group in what an Evidence measures. */
export const armMeans = (evidence: ReportedEvidence, group: Variable, at: Surroundings): readonly ArmMean[] =>
  armEvidence(evidence, group, at).flatMap(({ statistics, exposure }) =>
    statistics.flatMap((statistic): readonly ArmMean[] => {
      const { types, partial, quantity: mean } = statistic;
      const size = statistic.size ?? groupSize(exposure, at);
      if (!types.includes(TERM.mean) || partial || mean === undefined || size === undefined) return [];
      const spread = deviationOf(statistic, size);
      return spread === undefined ? [] : [{ mean, size, ...spread }];
    }),
  );
