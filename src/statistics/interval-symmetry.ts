import { overlap } from './bounds.ts';
import { figure } from './figures.ts';
import type { ReportedInterval } from './interval.ts';
import { onScale, type Scale } from './scale.ts';
import type { Measured } from './statistic.ts';
import type { StatisticCheck } from './subject.ts';
import { cannotVerify, placed } from './verdict.ts';

/** Whether an estimate is, within rounding, the middle of its interval on a scale; `undefined` without a middle. */
export const isSymmetric = (
  { low, high }: ReportedInterval,
  estimate: Measured,
  scale: Scale,
): boolean | undefined => {
  const [from, to] = [onScale(scale, low.bounds), onScale(scale, high.bounds)];
  const middle = { low: (from.low + to.low) / 2, high: (from.high + to.high) / 2 };
  if (![scale.to(low.value) - scale.to(high.value), scale.to(estimate.value)].every(Number.isFinite)) return;
  return overlap(middle, onScale(scale, estimate.bounds));
};

/**
 * Whether an interval reaches as far to either side of the estimate on the scale of its measure. An exact, a score, a
 * profile or a bootstrap interval does not, so that one that does not is no mistake by that.
 */
export const intervalSymmetry: StatisticCheck = ({ statistic, measure, interval }) => {
  const { quantity } = statistic;
  if (measure === undefined || interval === undefined || quantity === undefined) return [];
  const { scale } = measure;
  const symmetric = isSymmetric(interval, quantity, scale);
  if (symmetric === undefined) return [];
  const middle = figure(scale.from(scale.to(interval.low.value) / 2 + scale.to(interval.high.value) / 2));
  const said = `On the ${scale.name} scale the middle of the ${interval.text} is ${middle}`;
  return placed(interval.path, {
    ...(symmetric
      ? {
          code: 'interval-symmetry',
          verdict: 'consistent',
          text: `${said}; ${quantity.written} is reported.`,
        }
      : cannotVerify(
          'interval-symmetry',
          `${said}, not ${quantity.written}: it is not symmetric about the estimate, as intervals are that are no exact, score, profile or bootstrap ones.`,
        )),
    recomputed: middle,
  });
};
