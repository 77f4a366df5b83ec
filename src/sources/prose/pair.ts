import { regex } from 'regex';
import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Interval, Measure, MeasureType, PValue } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import { type Match, matches, type Part } from './match.ts';
import { NUMBER } from './number.ts';
import { numberFact, pValueIn, TO } from './statistic.ts';

const UNIT = regex`(
    %
  | (?! (vs|versus|and|to|in|at|of|for|compared|or|with|from|against|than|on|by|the|p|P|n)\b ) [µμ°\p{L}] [\p{L}µμ²³·]* (\/ [\p{L}\d²³.]+ (?<! \.) ){0,2}
)`;

/** A value with its unit and spread: `median 821.0 µg/L [IQR 362.0-1305.0]`, `12.3 ± 4.5 days`, `79.2%`, `5 (50%)`. */
const VALUE = regex('dgi')`
  ( \b (?<label> medians? | means? ) \s+ (of\s+)? )?
  (?<value> ${NUMBER}) (
    \s? ( ,\s? | \( ) (?<percent> ${NUMBER}) \s? (?<sign> % ) \)?
  | ( \s* ± \s* (?<sd> ${NUMBER}) )? ( \s? (?<unit> ${UNIT}) )?
    ( \s* [\[\(] \s* (?<spread> IQR | interquartile\ range | range ) \s* [:=,]? \s* (?<low> ${NUMBER}) ${TO} (?<high> ${NUMBER}) [^\]\)]* [\]\)] )?
  )`;

const AGAINST = regex(
  'dgi',
)`^ \s* ( vs\.? | versus | compared\ (to|with) | against ) \s+ ( (?<label> \p{L} [\p{L}\d\-]* ) \s )? $`;

const LABEL = regex('dg')`(?<label> \p{L} [\p{L}\d\-]* ) \s $`;

/** What may stand between a value and the P value that belongs to it. */
const P_FOLLOWS = /^\s*[)\]]?\s*[,;(]?\s*(?=p\b)/i;

/** Two values set against each other, in their order, with the P value right behind them. */
export interface Pair extends Part {
  readonly values: readonly [readonly Measure[], readonly Measure[]];
  /** The word before each value: `A 1.2 versus B 3.4`. */
  readonly labels: readonly [string, string] | undefined;
  readonly pValue: Stated<PValue>;
}

const measureTypeOf = (
  label: string | undefined,
  unit: string | undefined,
  spread: string | undefined,
): MeasureType => {
  if (label?.toLowerCase().startsWith('median')) return 'median';
  if (label?.toLowerCase().startsWith('mean')) return 'mean';
  if (unit === '%') return 'proportion';
  return spread !== undefined && /IQR|interquartile/i.test(spread) ? 'median' : 'descriptive';
};

const spreadOf = (passage: Passage, match: Match): Stated<Interval> => {
  const [spread, low, high] = ['spread', 'low', 'high'].map(match.part);
  if (!spread || !low || !high) return NOT_STATED;
  const interval: Interval = {
    type: /^range$/i.test(spread.text) ? 'range' : 'interquartile-range',
    level: NOT_STATED,
    low: numberFact(passage, low),
    high: numberFact(passage, high),
  };
  return passage.fact(spread.from, high.to, interval, 'stated');
};

const measuresOf = (
  passage: Passage,
  match: Match,
  type: MeasureType,
  unitOfOther: Part | undefined,
): readonly Measure[] => {
  const [number, percent, sign, sd] = ['value', 'percent', 'sign', 'sd'].map(match.part);
  const unit = match.part('unit') ?? unitOfOther;
  const plain = { unit: NOT_STATED, spread: NOT_STATED, standardDeviation: NOT_STATED } as const;
  if (!number) return [];
  if (percent && sign)
    return [
      { ...plain, type: 'count', value: numberFact(passage, number) },
      {
        ...plain,
        type: 'proportion',
        value: numberFact(passage, percent),
        unit: passage.fact(sign.from, sign.to, '%'),
      },
    ];
  return [
    {
      type,
      value: numberFact(passage, number),
      unit: unit ? passage.fact(unit.from, unit.to, unit.text) : NOT_STATED,
      spread: spreadOf(passage, match),
      standardDeviation: sd ? numberFact(passage, sd) : NOT_STATED,
    },
  ];
};

const labelsOf = (passage: Passage, a: Match, second: string | undefined): Pair['labels'] => {
  const first = matches(passage.text.slice(0, a.from), LABEL)[0]?.part('label')?.text;
  return first && second ? [first, second] : undefined;
};

const pairOf = (passage: Passage, a: Match, b: Match, outcomeLabel: string | undefined): Pair | undefined => {
  const against = matches(passage.text.slice(a.to, b.from), AGAINST)[0];
  if (!against) return undefined;
  const either = (name: string): Part | undefined => a.part(name) ?? b.part(name);
  const type = measureTypeOf(
    either('label')?.text ?? outcomeLabel,
    either('unit')?.text,
    either('spread')?.text,
  );
  const follows = P_FOLLOWS.exec(passage.text.slice(b.to));
  return {
    text: passage.text.slice(a.from, b.to),
    from: a.from,
    to: b.to,
    values: [measuresOf(passage, a, type, b.part('unit')), measuresOf(passage, b, type, a.part('unit'))],
    labels: labelsOf(passage, a, against.part('label')?.text),
    pValue: follows ? pValueIn(passage.slice(b.to + follows[0].length, passage.text.length)) : NOT_STATED,
  };
};

/** The pairs of values in a text; `outcomeLabel` is *median* or *mean* where the outcome's own words say so. */
export const pairsIn = (passage: Passage, outcomeLabel?: string): readonly Pair[] => {
  const values = matches(passage.text, VALUE);
  return values.flatMap((a, i) => {
    const b = values[i + 1];
    return (b && pairOf(passage, a, b, outcomeLabel)) ?? [];
  });
};
