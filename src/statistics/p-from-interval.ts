import { analysisOf } from './analysis.ts';
import { type Bounds, overlap } from './bounds.ts';
import { figure, probability, stretch } from './figures.ts';
import { levelOf, levelsOf, type ReportedInterval } from './interval.ts';
import type { Measure } from './measure.ts';
import { criticalValue, quantileOfP, twoSidedP } from './normal.ts';
import type { ReportedP } from './p-value.ts';
import { onScale, type Scale } from './scale.ts';
import type { Measured, Statistic } from './statistic.ts';
import { leastDegreesP } from './student.ts';
import { cannotVerify, type Judgement } from './verdict.ts';

/** How far from no effect an estimate is, in half widths of its interval, whatever was rounded away. */
const halfWidths = (scale: Scale, estimate: Bounds, low: Bounds, high: Bounds): Bounds => {
  const [middle, from, to] = [onScale(scale, estimate), onScale(scale, low), onScale(scale, high)];
  const narrowest = Math.max(0, (to.low - from.high) / 2);
  const widest = (to.high - from.low) / 2;
  const nearest =
    middle.low <= 0 && middle.high >= 0 ? 0 : Math.min(Math.abs(middle.low), Math.abs(middle.high));
  const farthest = Math.max(Math.abs(middle.low), Math.abs(middle.high));
  return {
    low: nearest === 0 ? 0 : nearest / widest,
    high: narrowest === 0 ? Number.POSITIVE_INFINITY : farthest / narrowest,
  };
};

/** The P values that go with it: Altman and Bland, BMJ 2011;343:d2304. */
const normalP = (reach: Bounds, level: number): Bounds => {
  const z = criticalValue(level);
  return { low: twoSidedP(reach.high * z.high), high: twoSidedP(reach.low * z.low) };
};

/** With few people Student's t takes the place of the normal distribution, in the interval and in the P value. */
const studentP = (reach: Bounds, level: number): Bounds => {
  const normal = normalP(reach, level);
  const least = { low: leastDegreesP(reach.high, level), high: leastDegreesP(reach.low, level) };
  return { low: Math.min(normal.low, least.low), high: Math.max(normal.high, least.high) };
};

/** The interval that goes with an estimate and its P value: Altman and Bland, BMJ 2011;343:d2090. */
const intervalText = (scale: Scale, estimate: Measured, p: ReportedP, level: number): string | undefined => {
  const middle = scale.to(estimate.value);
  const reach = (Math.abs(middle) * criticalValue(level).low) / quantileOfP(p.value);
  return Number.isFinite(reach) && reach > 0
    ? stretch({ low: scale.from(middle - reach), high: scale.from(middle + reach) })
    : undefined;
};

/**
 * Compares a P value with that of the estimate and its interval, taken as normal on the logarithmic scale for ratios
 * and on the plain scale for differences. `otherwise` says what else explains the P value, if anything does.
 */
export const pFromInterval = (
  statistic: Statistic,
  measure: Measure,
  estimate: Measured,
  interval: ReportedInterval,
  p: ReportedP,
  otherwise: () => string | undefined,
): Judgement => {
  const code = 'p-from-interval';
  const { scale, student = false } = measure;
  const { paired, oneSided, adjusted, test } = analysisOf(statistic);
  if (paired || oneSided)
    return cannotVerify(
      code,
      `${p.text} is from a ${paired ? 'paired or matched' : 'one-sided'} test (“${test}”); the interval does not give it.`,
    );
  const { low, high } = interval;
  const [middle = 0, from = 0, to = 0] = [estimate, low, high].map((one) => scale.to(one.value));
  const half = (to - from) / 2;
  if (![middle, half].every(Number.isFinite) || half <= 0)
    return cannotVerify(
      code,
      `${interval.text} has no width on the ${scale.name} scale, so it gives no P value.`,
    );

  const reach = halfWidths(scale, estimate.bounds, low.bounds, high.bounds);
  const fits = levelsOf(interval).some((level) => overlap(normalP(reach, level), p.bounds));
  const level = levelOf(interval);
  const z = (Math.abs(middle) / half) * criticalValue(level).low;
  const gives = `${estimate.written} with its ${interval.text} gives z = ${figure(z)} and P ${probability(twoSidedP(z), p.digits)} (${stretch(normalP(reach, level))} within rounding) on the ${scale.name} scale`;
  const recomputed = { recomputed: figure(twoSidedP(z), p.digits) };
  if (fits) return { code, verdict: 'consistent', text: `${gives}; ${p.text} is reported.`, ...recomputed };

  const back = intervalText(scale, estimate, p, level);
  const text = `${gives}, not ${p.text}.${back === undefined ? '' : ` The other way, ${p.text} goes with an interval of ${back}.`}`;
  const innocent =
    (adjusted ? 'The analysis was adjusted.' : undefined) ??
    (test === undefined ? undefined : `The test named (“${test}”) need not be that of the interval.`) ??
    (student && overlap(studentP(reach, level), p.bounds)
      ? "With few people, Student's distribution gives other values, and how many there were is not known."
      : undefined) ??
    otherwise();
  return innocent === undefined
    ? { code, verdict: 'inconsistent', text, ...recomputed }
    : { ...cannotVerify(code, `${text} ${innocent}`), ...recomputed };
};
