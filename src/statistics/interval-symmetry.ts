import { type Bounds, overlap } from './bounds.ts';
import { figure } from './figures.ts';
import type { ReportedInterval } from './interval.ts';
import { LOGARITHMIC, onScale, PLAIN, type Scale } from './scale.ts';
import type { Measured } from './statistic.ts';
import type { StatisticCheck, Subject } from './subject.ts';
import { TERM } from './term.ts';
import { cannotVerify, type Judgement, placed } from './verdict.ts';

interface Middle {
  /** Where the middle of the interval lies on the scale, within rounding. */
  readonly bounds: Bounds;
  readonly half: number;
}

const middleOf = ({ low, high }: ReportedInterval, scale: Scale): Middle | undefined => {
  const [from, to] = [onScale(scale, low.bounds), onScale(scale, high.bounds)];
  const half = scale.to(high.value) / 2 - scale.to(low.value) / 2;
  return Number.isFinite(half)
    ? { bounds: { low: (from.low + to.low) / 2, high: (from.high + to.high) / 2 }, half }
    : undefined;
};

/** Whether an estimate is, within rounding, the middle of its interval on a scale; `undefined` without a middle. */
export const isSymmetric = (
  interval: ReportedInterval,
  estimate: Measured,
  scale: Scale,
): boolean | undefined => {
  const middle = middleOf(interval, scale);
  return middle === undefined || !Number.isFinite(scale.to(estimate.value))
    ? undefined
    : overlap(middle.bounds, onScale(scale, estimate.bounds));
};

/** By how much of its half width the interval of a likelihood is seldom off its estimate. */
const SELDOM = 0.1;

/** Whether an interval that is on a scale is so far off its estimate as none is that belongs to it. */
const isFarOff = (interval: ReportedInterval, estimate: Measured, scale: Scale): boolean => {
  const middle = middleOf(interval, scale);
  if (middle === undefined) return true;
  const { low, high } = onScale(scale, estimate.bounds);
  const off = Math.max(middle.bounds.low - high, low - middle.bounds.high);
  return off > SELDOM * middle.half;
};

/** Intervals that need not be symmetric. */
const NOT_SYMMETRIC =
  /exact|profile|likelihood|bootstrap|bayes|permut|jackknife|credible|unbiased|log|geometric|transform/i;

/** Whether the usual intervals of a measure are all symmetric: of a hazard ratio by Cox's model, of means by Student. */
const isUsuallySymmetric = ({ statistic, evidence, analysis }: Subject): boolean => {
  const said = [...statistic.model, ...statistic.remarks, ...evidence.words];
  if (said.some((words) => NOT_SYMMETRIC.test(words.replace(/log.?rank/gi, '')))) return false;
  const { types } = statistic;
  return types.includes(TERM.hazardRatio) || (types.includes(TERM.meanDifference) && !analysis().adjusted);
};

/**
 * Whether an interval reaches as far to either side of the estimate on the scale of its measure. An exact, a score, a
 * profile or a bootstrap interval does not, so that one that does not is a mistake only where none of these is usual.
 */
export const intervalSymmetry: StatisticCheck = (subject) => {
  const { statistic, measure, interval } = subject;
  const { quantity } = statistic;
  if (measure === undefined || interval === undefined || quantity === undefined) return [];
  const { scale } = measure;
  const symmetric = isSymmetric(interval, quantity, scale);
  const code = 'interval-symmetry';
  const centre = scale.from(scale.to(interval.low.value) / 2 + scale.to(interval.high.value) / 2);
  if (symmetric === undefined || !Number.isFinite(centre)) return [];
  const middle = figure(centre);
  const said = `On the ${scale.name} scale the middle of the ${interval.text} is ${middle}`;
  const not = `${said}, not ${quantity.written}: it is not symmetric about the estimate`;
  const wrong =
    [PLAIN, LOGARITHMIC].every((one) => isFarOff(interval, quantity, one)) && isUsuallySymmetric(subject);
  const judgement: Judgement = symmetric
    ? { code, verdict: 'consistent', text: `${said}; ${quantity.written} is reported.` }
    : wrong
      ? { code, verdict: 'inconsistent', text: `${not}, as the usual intervals of a ${measure.name} are.` }
      : cannotVerify(code, `${not}, as an exact, score, profile or bootstrap interval is not.`);
  return placed(interval.path, { ...judgement, recomputed: middle });
};
