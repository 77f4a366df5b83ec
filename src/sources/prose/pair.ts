import { regex } from 'regex';
import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Measure, MeasureType, PValue } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import { matches, type Part } from './match.ts';
import type { Statistic, ValueStatistic } from './statistic/statistic.ts';
import { statisticsIn } from './statistic/statistics-in.ts';

const AGAINST = regex(
  'dgi',
)`^ [\)\]]* \s* ( vs\.? | versus | compared\ (to|with) | against ) \s+ ( (?<label> \p{L} [\p{L}\d\-]* ) \s )? $`;

const LABEL = regex('dg')`(?<label> \p{L} [\p{L}\d\-]* ) \s $`;

/** What may stand between a value and the P value that belongs to it. */
const P_FOLLOWS = /^\s*[)\]]*\s*[,;(]?\s*$/;

/** Two values set against each other, in their order, with the P value right behind them. */
export interface Pair extends Part {
  readonly values: readonly [readonly Measure[], readonly Measure[]];
  /** The word before each value: `A 1.2 versus B 3.4`. */
  readonly labels: readonly [string, string] | undefined;
  readonly pValue: Stated<PValue>;
}

/** What kind of value two values are of which one says it: `median 5 versus 7 days`. */
const sharedType = (values: readonly Measure[], label: string | undefined): MeasureType | undefined => {
  if (label) return label.toLowerCase() === 'median' ? 'median' : 'mean';
  return values.find(({ type }) => type !== 'descriptive')?.type;
};

const measuresOf = (
  { measures }: ValueStatistic,
  other: ValueStatistic,
  label: string | undefined,
): readonly Measure[] => {
  const [only, ...more] = measures;
  if (!only || more.length > 0) return measures;
  const of = other.measures.at(-1);
  return [
    {
      ...only,
      type: sharedType([only, ...(of ? [of] : [])], label) ?? only.type,
      unit: only.unit === NOT_STATED ? (of?.unit ?? NOT_STATED) : only.unit,
    },
  ];
};

const labelsOf = (passage: Passage, a: ValueStatistic, second: string | undefined): Pair['labels'] => {
  const first = matches(passage.text.slice(0, a.from), LABEL)[0]?.part('label')?.text;
  return first && second ? [first, second] : undefined;
};

const pairOf = (
  passage: Passage,
  a: ValueStatistic,
  b: ValueStatistic,
  next: Statistic | undefined,
  label: string | undefined,
): Pair | undefined => {
  const against = matches(passage.text.slice(a.to, b.from), AGAINST)[0];
  if (!against) return undefined;
  const follows = next?.kind === 'p-value' && P_FOLLOWS.test(passage.text.slice(b.to, next.from));
  return {
    text: passage.text.slice(a.from, b.to),
    from: a.from,
    to: b.to,
    values: [measuresOf(a, b, label), measuresOf(b, a, label)],
    labels: labelsOf(passage, a, against.part('label')?.text),
    pValue: follows ? next.pValue : NOT_STATED,
  };
};

/** The pairs of values in a text; `outcomeLabel` is *median* or *mean* where the outcome's own words say so. */
export const pairsIn = (passage: Passage, outcomeLabel?: string): readonly Pair[] => {
  const statistics = statisticsIn(passage);
  return statistics.flatMap((a, i) => {
    const b = statistics[i + 1];
    return (
      (a.kind === 'value' && b?.kind === 'value' && pairOf(passage, a, b, statistics[i + 2], outcomeLabel)) ||
      []
    );
  });
};
