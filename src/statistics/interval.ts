import { overlap } from './bounds.ts';
import { figure } from './figures.ts';
import { onScale, type Scale } from './scale.ts';
import { type Attribute, attributeOf, type Measured, type Statistic } from './statistic.ts';
import { cannotVerify, type Judgement } from './verdict.ts';

/** An interval with both its bounds. */
export interface ReportedInterval {
  readonly path: string;
  readonly low: Measured;
  readonly high: Measured;
  /** As a fraction; `undefined` where it is not stated. */
  readonly level: number | undefined;
  /** `95 % interval 0.14 to 1.11`. */
  readonly text: string;
}

/** The levels an interval has that does not say which. */
const USUAL_LEVELS = [0.95, 0.9, 0.99];

/** The level of an interval, or those it may have. */
export const levelsOf = ({ level }: ReportedInterval): readonly number[] =>
  level === undefined ? USUAL_LEVELS : [level];

/** The level of an interval, or the most usual. */
export const levelOf = ({ level = 0.95 }: ReportedInterval): number => level;

const NAMES: Readonly<Record<string, string>> = {
  C53324: 'interval',
  C53245: 'interquartile range',
  C38013: 'range',
};

const nameOf = ({ codes }: Attribute): string | undefined =>
  codes.flatMap((code) => (Object.hasOwn(NAMES, code) ? NAMES[code]! : []))[0];

/** The bounds of an attribute, if it has both. */
const boundsOf = (attribute: Attribute): ReportedInterval | undefined => {
  const { path, low, high, level } = attribute;
  const name = nameOf(attribute);
  if (name === undefined || low === undefined || high === undefined) return;
  const percent = level === undefined ? '' : `${figure(level * 100)} % `;
  const text = `${percent}${name} ${low.written} to ${high.written}`;
  return { path: `${path}.range`, low, high, level, text };
};

/** The confidence interval of a statistic. */
export const confidenceInterval = (statistic: Statistic): ReportedInterval | undefined => {
  const found = attributeOf(statistic, 'C53324');
  return found && boundsOf(found);
};

const inOrder = ({ low, high, text }: ReportedInterval): Judgement => {
  const right = low.bounds.low <= high.bounds.high;
  return {
    code: 'bounds-in-order',
    verdict: right ? 'consistent' : 'inconsistent',
    text: `${text}: the lower bound ${low.written} is ${right ? 'not ' : ''}above the upper bound ${high.written}.`,
  };
};

/** Where the middle of an interval is not its estimate, beyond rounding. */
const asymmetry = ({ low, high }: ReportedInterval, estimate: Measured, scale: Scale): string | undefined => {
  const [from, to] = [onScale(scale, low.bounds), onScale(scale, high.bounds)];
  const middle = { low: (from.low + to.low) / 2, high: (from.high + to.high) / 2 };
  return Number.isFinite(middle.low) && !overlap(middle, onScale(scale, estimate.bounds))
    ? figure(scale.from((scale.to(low.value) + scale.to(high.value)) / 2))
    : undefined;
};

const unitsDiffer = (one: Measured, other: Measured): boolean =>
  one.unit !== undefined && other.unit !== undefined && one.unit !== other.unit;

const containsEstimate = (
  interval: ReportedInterval,
  estimate: Measured,
  scale: Scale | undefined,
): Judgement => {
  const code = 'interval-contains-estimate';
  const { low, high, text } = interval;
  if (unitsDiffer(low, estimate) || unitsDiffer(high, estimate))
    return cannotVerify(code, `${text} and ${estimate.written} are not in the same unit.`);
  const inside = estimate.bounds.high >= low.bounds.low && estimate.bounds.low <= high.bounds.high;
  if (!inside) return { code, verdict: 'inconsistent', text: `${estimate.written} is not in the ${text}.` };
  const middle = scale && asymmetry(interval, estimate, scale);
  const note = `On the ${scale?.name} scale the middle of the interval is ${middle}: it is not symmetric about the estimate.`;
  return {
    code,
    verdict: 'consistent',
    text: `${estimate.written} is in the ${text}.${middle === undefined ? '' : ` ${note}`}`,
    ...(middle !== undefined && { recomputed: middle }),
  };
};

const [INTERQUARTILE_RANGE, MEDIAN] = ['C53245', 'C28007'];

/** Whether an interval is bound to contain the value: the quartiles contain the median, but not every mean. */
const isAround = ({ codes }: Attribute, { types }: Statistic): boolean =>
  !codes.includes(INTERQUARTILE_RANGE) || types.includes(MEDIAN);

/** Checks each interval of a statistic by itself and with the estimate; each judgement with the path of the interval. */
export const intervalChecks = (
  statistic: Statistic,
  scale: Scale | undefined,
): readonly (Judgement & { readonly path: string })[] =>
  statistic.attributes.flatMap((attribute) => {
    const { quantity } = statistic;
    const interval = boundsOf(attribute);
    const { path, words } = attribute;
    if (interval === undefined)
      return nameOf(attribute) !== undefined && words !== undefined
        ? [{ ...cannotVerify('bounds-in-order', `The bounds are in words only: “${words}”.`), path }]
        : [];
    const ofEstimate = attribute.codes.includes('C53324') ? scale : undefined;
    return [
      { ...inOrder(interval), path: interval.path },
      ...(quantity === undefined || !isAround(attribute, statistic)
        ? []
        : [{ ...containsEstimate(interval, quantity, ofEstimate), path: interval.path }]),
    ];
  });
