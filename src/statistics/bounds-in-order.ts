import { intervalName, intervalOf, type ReportedInterval } from './interval.ts';
import type { StatisticCheck } from './subject.ts';
import { cannotVerify, type Judgement, placed } from './verdict.ts';

const inOrder = ({ low, high, text }: ReportedInterval): Judgement => {
  const right = low.bounds.low <= high.bounds.high;
  return {
    code: 'bounds-in-order',
    verdict: right ? 'consistent' : 'inconsistent',
    text: `${text}: the lower bound ${low.written} is ${right ? 'not ' : ''}above the upper bound ${high.written}.`,
  };
};

/** Whether the bounds of intervals and ranges are in their order. */
export const boundsInOrder: StatisticCheck = ({ statistic }) =>
  statistic.attributes.flatMap((attribute) => {
    const interval = intervalOf(attribute);
    if (interval !== undefined) return placed(interval.path, inOrder(interval));
    const { path, words } = attribute;
    return intervalName(attribute) === undefined || words === undefined
      ? []
      : placed(path, cannotVerify('bounds-in-order', `The bounds are in words only: “${words}”.`));
  });
