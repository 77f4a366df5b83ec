import { type Analysis, notOfGroups, notOfNoDifference } from './analysis.ts';
import { type Bounds, hull, magnitude, overlap, quotient, scaled } from './bounds.ts';
import { fewestDegrees } from './fewest-degrees.ts';
import { figure, probability, stretch } from './figures.ts';
import { levelOf, levelsOf, type ReportedInterval } from './interval.ts';
import { isSymmetric } from './interval-symmetry.ts';
import type { Measure } from './measure.ts';
import { criticalValue, quantileOfP, twoSidedP } from './normal.ts';
import type { ReportedP } from './reported-p.ts';
import { onScale, type Scale } from './scale.ts';
import type { Measured } from './statistic.ts';
import type { Subject } from './subject.ts';
import { tOfP, twoSidedPOfT } from './t-distribution.ts';
import { cannotVerify, type Judgement } from './verdict.ts';

/** An estimate with all that belongs to it. */
export interface Estimate {
  readonly measure: Measure;
  readonly quantity: Measured;
  readonly interval: ReportedInterval;
  readonly p: ReportedP;
}

/** How far from no effect an estimate is, in half widths of its interval, whatever was rounded away. */
export const halfWidths = ({ measure: { scale }, quantity, interval }: Estimate): Bounds => {
  const [from, to] = [onScale(scale, interval.low.bounds), onScale(scale, interval.high.bounds)];
  const half = { low: Math.max(0, (to.low - from.high) / 2), high: (to.high - from.low) / 2 };
  return quotient(magnitude(onScale(scale, quantity.bounds)), half);
};

/** The P values that go with it: Altman and Bland, BMJ 2011;343:d2304. */
export const normalP = (reach: Bounds, level: number): Bounds => {
  const z = criticalValue(level);
  return { low: twoSidedP(reach.high * z.high), high: twoSidedP(reach.low * z.low) };
};

/** With few people Student's t takes the place of the normal distribution, in the interval and in the P value. */
const studentP = (reach: Bounds, level: number, fewest: number): Bounds => {
  const t = tOfP(1 - level, fewest);
  const p = (widths: number): number =>
    widths === Number.POSITIVE_INFINITY ? 0 : twoSidedPOfT(widths * t, fewest);
  return hull([normalP(reach, level), { low: p(reach.high), high: p(reach.low) }]);
};

/** The interval that goes with an estimate and its P value: Altman and Bland, BMJ 2011;343:d2090. */
const intervalText = (scale: Scale, estimate: Measured, p: ReportedP, level: number): string | undefined => {
  const middle = scale.to(estimate.value);
  const reach = (Math.abs(middle) * criticalValue(level).low) / quantileOfP(p.value);
  return Number.isFinite(reach) && reach > 0
    ? stretch({ low: scale.from(middle - reach), high: scale.from(middle + reach) })
    : undefined;
};

/** Why the test that a P value is from may be another than that of the interval. */
const otherTest = (analysis: Analysis, { student = false }: Measure): string | undefined => {
  const { paired, adjusted, test, kind } = analysis;
  if (paired) return `But ${notOfGroups(analysis)}.`;
  if (adjusted) return 'The analysis was adjusted.';
  if (kind === 'rank') return `A rank test (“${test}”) does not use the means that the interval is of.`;
  return test === undefined || (kind === 't-test' && student)
    ? undefined
    : `The test named (“${test}”) need not be that of the interval.`;
};

/** Fewer degrees of freedom two groups cannot have. */
const FEWEST = 2;

/**
 * Compares a P value with that of the estimate and its interval, taken as normal on the logarithmic scale for ratios
 * and on the plain scale for differences. `otherwise` says what else explains the P value, if anything does.
 */
export const pFromInterval = (
  subject: Subject,
  estimate: Estimate,
  otherwise: () => string | undefined,
): Judgement => {
  const code = 'p-from-interval';
  const { measure, quantity, interval, p } = estimate;
  const { scale, student = false } = measure;
  const analysis = subject.analysis();
  const ofMargin = notOfNoDifference(analysis);
  if (ofMargin !== undefined)
    return cannotVerify(code, `${p.text} is not given by the ${interval.text}: ${ofMargin}.`);
  const [middle = 0, from = 0, to = 0] = [quantity, interval.low, interval.high].map((one) =>
    scale.to(one.value),
  );
  const half = (to - from) / 2;
  if (![middle, half].every(Number.isFinite) || half <= 0)
    return cannotVerify(
      code,
      `${interval.text} has no width on the ${scale.name} scale, so it gives no P value.`,
    );

  const reach = halfWidths(estimate);
  const level = levelOf(interval);
  const z = (Math.abs(middle) / half) * criticalValue(level).low;
  const recomputed = { recomputed: figure(twoSidedP(z), p.digits) };
  const gives = `${quantity.written} with its ${interval.text} gives z = ${figure(z)} and P ${probability(twoSidedP(z), p.digits)} (${stretch(normalP(reach, level))} within rounding) on the ${scale.name} scale`;
  if (levelsOf(interval).some((one) => overlap(normalP(reach, one), p.bounds)))
    return { code, verdict: 'consistent', text: `${gives}; ${p.text} is reported.`, ...recomputed };

  const fewest = student ? fewestDegrees(subject) : undefined;
  const byStudent = student && overlap(studentP(reach, level, fewest ?? FEWEST), p.bounds);
  if (byStudent && fewest !== undefined)
    return {
      code,
      verdict: 'consistent',
      text: `${gives}; ${p.text} is reported, which Student's distribution gives with ${fewest} degrees of freedom or more.`,
      ...recomputed,
    };
  const back = intervalText(scale, quantity, p, level);
  const text = `${gives}, not ${p.text}.${back === undefined ? '' : ` The other way, ${p.text} goes with an interval of ${back}.`}`;
  const oneSided =
    isSymmetric(interval, quantity, scale) && overlap(scaled(normalP(reach, level), 0.5), p.bounds);
  const innocent =
    otherTest(analysis, measure) ??
    (byStudent
      ? "With few people, Student's distribution gives other values, and how many there were is not known."
      : undefined) ??
    (oneSided ? 'A one-sided test gives it, though none is named.' : undefined) ??
    otherwise();
  return innocent === undefined
    ? { code, verdict: 'inconsistent', text, ...recomputed }
    : { ...cannotVerify(code, `${text} ${innocent}`), ...recomputed };
};
