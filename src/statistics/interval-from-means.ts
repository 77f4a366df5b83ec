import { type Bounds, overlap } from './bounds.ts';
import { enumeration, stretch } from './figures.ts';
import { levelsOf, type ReportedInterval } from './interval.ts';
import { judge, type Outcome } from './judge.ts';
import type { StatisticCheck } from './subject.ts';
import { meanReach, meanTests } from './t-test.ts';
import { differenceOf, meansText, type TwoMeans } from './two-means.ts';
import { placed } from './verdict.ts';

const centre = ({ low, high }: Bounds): number => (low + high) / 2;

const fitsWithin = ({ low, high }: ReportedInterval, difference: Bounds, reach: Bounds): boolean =>
  overlap({ low: difference.low - reach.high, high: difference.high - reach.low }, low.bounds) &&
  overlap({ low: difference.low + reach.low, high: difference.high + reach.high }, high.bounds);

/** Compares the interval of a difference of means with those of the tests of the means. */
export const intervalFromMeans: StatisticCheck = ({ measure, interval: reported, means }) => {
  if (measure?.meanEffect?.inUnits !== true || reported === undefined) return [];
  const outcome = (table: TwoMeans): Outcome => {
    const difference = differenceOf(table);
    const found = meanTests(table).flatMap((test) =>
      levelsOf(reported).map((level) => ({ test, reach: meanReach(test, table, level) })),
    );
    const fit = found.find(({ reach }) => fitsWithin(reported, difference, reach));
    const shown = enumeration(
      (fit ? [fit] : found).map(({ test, reach }) => {
        const [middle, half] = [centre(difference), centre(reach)];
        return `${stretch({ low: middle - half, high: middle + half })} (${test.name})`;
      }),
      'or',
    );
    return {
      fits: found.length === 0 ? undefined : fit !== undefined,
      calculation: `${meansText(table)} gives ${shown === '' ? 'no interval' : `an interval of ${shown}`}`,
      recomputed: undefined,
    };
  };
  return placed(reported.path, judge('interval', `the ${reported.text}`, means(), outcome));
};
