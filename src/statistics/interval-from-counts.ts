import { type Bounds, overlap, scaled } from './bounds.ts';
import type { Effect, IntervalMethod } from './effect.ts';
import { enumeration, stretch } from './figures.ts';
import { levelsOf, type ReportedInterval } from './interval.ts';
import { judge, type Outcome } from './judge.ts';
import { percentFactor } from './measure.ts';
import { criticalValue } from './normal.ts';
import type { StatisticCheck } from './subject.ts';
import { type TwoByTwo, tableText, type Variant, variants } from './two-by-two.ts';
import { placed } from './verdict.ts';

interface Candidate {
  readonly how: string;
  readonly interval: Bounds;
  readonly fits: boolean;
}

const candidate = (
  { name, interval }: IntervalMethod,
  { table, how }: Variant,
  level: number,
  factor: number,
  { low, high }: ReportedInterval,
): Candidate => {
  const z = criticalValue(level);
  const narrow = scaled(interval(table, z.low), factor);
  const wide = scaled(interval(table, z.high), factor);
  return {
    how: `${name}${how}`,
    interval: narrow,
    fits:
      overlap({ low: wide.low, high: narrow.low }, low.bounds) &&
      overlap({ low: narrow.high, high: wide.high }, high.bounds),
  };
};

/** The intervals by all methods, each computed when it is asked for. */
function* candidates(effect: Effect, table: TwoByTwo, reported: ReportedInterval, factor: number) {
  for (const method of effect.intervals)
    for (const level of levelsOf(reported))
      for (const variant of variants(table)) {
        const found = candidate(method, variant, level, factor, reported);
        if (Number.isFinite(found.interval.low) && Number.isFinite(found.interval.high)) yield found;
      }
}

/** Of those that do not fit, no more are shown. */
const MOST_SHOWN = 3;

/** Compares the interval of an effect with those that the counts of its groups give by the usual methods. */
export const intervalFromCounts: StatisticCheck = (subject) => {
  const { statistic, measure, interval: reported, counts } = subject;
  const { effect } = measure ?? {};
  if (measure === undefined || effect === undefined || reported === undefined) return [];
  const factor = percentFactor(statistic, measure);
  const outcome = (table: TwoByTwo): Outcome => {
    const tried: Candidate[] = [];
    let fit: Candidate | undefined;
    for (const found of candidates(effect, table, reported, factor)) {
      tried.push(found);
      if (!found.fits) continue;
      fit = found;
      break;
    }
    const intervals = enumeration(
      (fit ? [fit] : tried.slice(0, MOST_SHOWN)).map(({ how, interval }) => `${stretch(interval)} (${how})`),
      'or',
    );
    const others = fit || tried.length <= MOST_SHOWN ? '' : `, none of ${tried.length} methods giving it`;
    return {
      fits: tried.length === 0 ? undefined : fit !== undefined,
      calculation: `${tableText(table)} gives ${tried.length > 0 ? `an interval of ${intervals}${others}` : `a ${effect.name} no interval`}`,
      recomputed: undefined,
    };
  };
  return placed(reported.path, judge('interval', `the ${reported.text}`, counts(), outcome));
};
