import { analysisOf } from './analysis.ts';
import { type Bounds, overlap } from './bounds.ts';
import type { Effect, IntervalMethod } from './effect.ts';
import { enumeration, stretch } from './figures.ts';
import { levelsOf, type ReportedInterval } from './interval.ts';
import { judge, type Outcome } from './judge.ts';
import { type Measure, percentFactor } from './measure.ts';
import { criticalValue } from './normal.ts';
import type { Statistic } from './statistic.ts';
import type { Readings } from './tables.ts';
import { corrected, hasZeroCell, type TwoByTwo, tableText } from './two-by-two.ts';
import { cannotVerify, type Judgement } from './verdict.ts';

interface Candidate {
  readonly how: string;
  readonly interval: Bounds;
  readonly fits: boolean;
}

const scaled = ({ low, high }: Bounds, factor: number): Bounds => ({
  low: factor * low,
  high: factor * high,
});

const candidate = (
  { name, interval }: IntervalMethod,
  table: TwoByTwo,
  level: number,
  factor: number,
  { low, high }: ReportedInterval,
  note: string,
): Candidate => {
  const z = criticalValue(level);
  const narrow = scaled(interval(table, z.low), factor);
  const wide = scaled(interval(table, z.high), factor);
  return {
    how: `${name}${note}`,
    interval: narrow,
    fits:
      overlap({ low: wide.low, high: narrow.low }, low.bounds) &&
      overlap({ low: narrow.high, high: wide.high }, high.bounds),
  };
};

const candidates = (
  effect: Effect,
  table: TwoByTwo,
  reported: ReportedInterval,
  factor: number,
): readonly Candidate[] =>
  effect.intervals
    .flatMap((method) =>
      levelsOf(reported).flatMap((level) => [
        candidate(method, table, level, factor, reported, ''),
        ...(hasZeroCell(table)
          ? [
              candidate(
                method,
                corrected(table),
                level,
                factor,
                reported,
                ', half a person added to each cell',
              ),
            ]
          : []),
      ]),
    )
    .filter(({ interval }) => Number.isFinite(interval.low) && Number.isFinite(interval.high));

/** Compares the interval of an effect with those that the counts of its groups give by the usual methods. */
export const intervalFromCounts = (
  statistic: Statistic,
  measure: Measure,
  reported: ReportedInterval,
  readings: Readings,
): Judgement | undefined => {
  const { effect } = measure;
  if (effect === undefined) return;
  const { paired, adjusted } = analysisOf(statistic);
  if (paired || adjusted)
    return cannotVerify(
      'interval',
      `The ${reported.text} is from ${paired ? 'a paired' : 'an adjusted'} analysis, which counts by group do not give.`,
    );
  const factor = percentFactor(statistic, measure);
  return judge('interval', `the ${reported.text}`, readings, (table): Outcome => {
    const found = candidates(effect, table, reported, factor);
    const fit = found.find(({ fits }) => fits);
    const shown = fit ? [fit] : found.slice(0, effect.intervals.length);
    const intervals = enumeration(
      shown.map(({ how, interval }) => `${stretch(interval)} (${how})`),
      'or',
    );
    return {
      fits: fit !== undefined,
      calculation: `${tableText(table)} gives ${found.length > 0 ? `an interval of ${intervals}` : `a ${effect.name} no interval`}`,
      recomputed: undefined,
    };
  });
};
