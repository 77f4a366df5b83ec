import { intervalOf, type ReportedInterval } from './interval.ts';
import type { Attribute, Measured, Statistic } from './statistic.ts';
import type { StatisticCheck } from './subject.ts';
import { TERM } from './term.ts';
import { cannotVerify, type Judgement, placed } from './verdict.ts';

const unitsDiffer = (one: Measured, other: Measured): boolean =>
  one.unit !== undefined && other.unit !== undefined && one.unit !== other.unit;

const contains = ({ low, high, text }: ReportedInterval, estimate: Measured): Judgement => {
  const code = 'interval-contains-estimate';
  if (unitsDiffer(low, estimate) || unitsDiffer(high, estimate))
    return cannotVerify(code, `${text} and ${estimate.written} are not in the same unit.`);
  const inside = estimate.bounds.high >= low.bounds.low && estimate.bounds.low <= high.bounds.high;
  return {
    code,
    verdict: inside ? 'consistent' : 'inconsistent',
    text: `${estimate.written} is ${inside ? '' : 'not '}in the ${text}.`,
  };
};

/** Whether an interval is bound to contain the value: the quartiles contain the median, but not every mean. */
const isAround = ({ codes }: Attribute, { types }: Statistic): boolean =>
  !codes.includes(TERM.interquartileRange) || types.includes(TERM.median);

/** Whether the confidence interval and the range contain the estimate, and the quartiles the median. */
export const intervalContainsEstimate: StatisticCheck = ({ statistic }) =>
  statistic.attributes.flatMap((attribute) => {
    const { quantity } = statistic;
    const interval = intervalOf(attribute);
    return interval === undefined || quantity === undefined || !isAround(attribute, statistic)
      ? []
      : placed(interval.path, contains(interval, quantity));
  });
