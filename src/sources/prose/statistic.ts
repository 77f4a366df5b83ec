import { regex } from 'regex';
import { timesPowerOfTen } from '../../model/decimal.ts';
import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { EstimateType, Interval, Measure, MeasureType, PValue } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import { firstMatch, type Match, matches, type Part } from './match.ts';
import { decimalOf, NUMBER } from './number.ts';

const ESTIMATES: readonly (readonly [EstimateType, RegExp])[] = [
  ['relative-risk', /^(?:a?RR|(?:adjusted )?(?:relative risk|risk ratio))/i],
  ['odds-ratio', /^(?:a?OR|(?:adjusted )?odds ratio)/i],
  ['hazard-ratio', /^(?:a?HR|(?:adjusted )?hazards? ratio)/i],
  ['rate-ratio', /^(?:a?IRR|(?:incidence )?rate ratio)/i],
  ['standardised-mean-difference', /^(?:SMD|standardi[sz]ed mean difference)/i],
  ['median-difference', /^median difference/i],
  ['mean-difference', /^(?:MD|mean difference)/i],
  ['risk-difference', /^(?:RD|ARR|risk difference|absolute risk (?:reduction|difference))/i],
];

const ESTIMATE = regex('dg')`
  (?<name> \b a?(RR|OR|HR|IRR) \b | \b (SMD|MD|RD|ARR) \b
  | \b ([Aa]djusted\ )? ([Rr]elative\ [Rr]isk | [Rr]isk\ [Rr]atio | [Oo]dds\ [Rr]atio | [Hh]azards?\ [Rr]atio | ([Ii]ncidence\ )?[Rr]ate\ [Rr]atio
    | ([Ss]tandardi[sz]ed\ )?[Mm]ean\ [Dd]ifference | [Mm]edian\ [Dd]ifference | [Rr]isk\ [Dd]ifference ) (\ \([A-Za-z]+\))? )
  \s* [:=,]? \s* (of\ )? (?<value> ${NUMBER})`;

/** What stands between two bounds. */
const TO = regex`\s* ( - | – | — | ‑ | − | \b to \b | , | ; ) \s*`;

const CONFIDENCE_INTERVAL = regex('dgi')`
  (?<level> ${NUMBER}) \s? % \s? (CI | C\.I\. | confidence\ (interval|limits)) s? \s* [:=,]? \s* [\[\(]? \s*
  (?<low> ${NUMBER}) ${TO} (?<high> ${NUMBER})`;

const P_VALUE = regex(
  'dgi',
)`(?<! [\p{L}\d]) p ([\-\ ]?values?)? \s* (?<comparator> <= | >= | [=<>≤≥]) \s* (?<value> ${NUMBER})`;

const COMPARATORS: Record<string, PValue['comparator']> = {
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
  '≤': '<=',
  '≥': '>=',
};

const numberFact = (passage: Passage, part: Part): Measure['value'] =>
  passage.fact(part.from, part.to, decimalOf(part.text));

/** The P value that a match of the P value pattern says. */
const pValueOf = (passage: Passage, match: Match): Fact<PValue> => {
  const comparator = COMPARATORS[match.part('comparator')?.text ?? ''];
  const value = decimalOf(match.part('value')?.text ?? '');
  return passage.fact(match.from, match.to, { ...(comparator && { comparator }), value }, 'stated');
};

/** The first P value in a text. */
export const pValueIn = (passage: Passage): Stated<PValue> => {
  const match = firstMatch(passage.text, P_VALUE);
  return match ? pValueOf(passage, match) : NOT_STATED;
};

/** The first effect estimate in a text: its kind and value. */
export const estimateIn = (
  passage: Passage,
): Stated<{ readonly type: EstimateType; readonly value: Measure['value']['value'] }> => {
  const match = firstMatch(passage.text, ESTIMATE);
  const [name, value] = [match?.part('name'), match?.part('value')];
  const type = ESTIMATES.find(([, words]) => words.test(name?.text ?? ''))?.[0];
  return match && value && type
    ? passage.fact(match.from, match.to, { type, value: decimalOf(value.text) }, 'stated')
    : NOT_STATED;
};

/** The first confidence interval in a text; its level as a fraction. */
export const confidenceIntervalIn = (passage: Passage): Stated<Interval> => {
  const match = firstMatch(passage.text, CONFIDENCE_INTERVAL);
  const [level, low, high] = ['level', 'low', 'high'].map((name) => match?.part(name));
  if (!match || !level || !low || !high) return NOT_STATED;
  return passage.fact(
    match.from,
    match.to,
    {
      type: 'confidence-interval',
      level: passage.fact(level.from, level.to, timesPowerOfTen(decimalOf(level.text), -2)),
      low: numberFact(passage, low),
      high: numberFact(passage, high),
    },
    'stated',
  );
};

const UNIT = regex`(
    %
  | (?! (vs|versus|and|to|in|at|of|for|compared|or|with|from|against|than|on|by|the|p|P|n)\b ) [µμ°\p{L}] [\p{L}µμ²³·]* (\/ [\p{L}\d²³.]+ (?<! \.) ){0,2}
)`;

/** A value with its unit and spread: `median 821.0 µg/L [IQR 362.0-1305.0]`, `12.3 ± 4.5 days`, `79.2%`. */
const VALUE = regex('dgi')`
  ( \b (?<label> medians? | means? ) \s+ (of\s+)? )?
  (?<value> ${NUMBER}) ( \s* ± \s* (?<sd> ${NUMBER}) )? ( \s? (?<unit> ${UNIT}) )?
  ( \s* [\[\(] \s* (?<spread> IQR | interquartile\ range | range ) \s* [:=,]? \s* (?<low> ${NUMBER}) ${TO} (?<high> ${NUMBER}) [^\]\)]* [\]\)] )?`;

const AGAINST = /^\s*(?:vs\.?|versus|compared (?:to|with)|against)\s+$/i;

/** What may stand between a value and the P value that belongs to it. */
const P_FOLLOWS = /^\s*[)\]]?\s*[,;(]?\s*(?=p\b)/i;

/** Two values set against each other, in their order, with the P value right behind them. */
export interface Pair extends Part {
  readonly values: readonly [Measure, Measure];
  readonly pValue: Stated<PValue>;
}

const measureTypeOf = (
  label: string | undefined,
  unit: string | undefined,
  spread: string | undefined,
): MeasureType | undefined => {
  if (label?.toLowerCase().startsWith('median')) return 'median';
  if (label?.toLowerCase().startsWith('mean')) return 'mean';
  if (unit === '%') return 'proportion';
  return spread !== undefined && /IQR|interquartile/i.test(spread) ? 'median' : undefined;
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

const measureOf = (
  passage: Passage,
  match: Match,
  number: Part,
  type: MeasureType,
  unitOfOther: Part | undefined,
): Measure => {
  const unit = match.part('unit') ?? unitOfOther;
  const sd = match.part('sd');
  return {
    type,
    value: numberFact(passage, number),
    unit: unit ? passage.fact(unit.from, unit.to, unit.text) : NOT_STATED,
    spread: spreadOf(passage, match),
    standardDeviation: sd ? numberFact(passage, sd) : NOT_STATED,
  };
};

const pairOf = (passage: Passage, a: Match, b: Match, outcomeLabel: string | undefined): Pair | undefined => {
  const either = (name: string): Part | undefined => a.part(name) ?? b.part(name);
  const type = measureTypeOf(
    either('label')?.text ?? outcomeLabel,
    either('unit')?.text,
    either('spread')?.text,
  );
  const [first, second] = [a.part('value'), b.part('value')];
  if (!type || !first || !second) return undefined;
  const follows = P_FOLLOWS.exec(passage.text.slice(b.to));
  return {
    text: passage.text.slice(a.from, b.to),
    from: a.from,
    to: b.to,
    values: [
      measureOf(passage, a, first, type, b.part('unit')),
      measureOf(passage, b, second, type, a.part('unit')),
    ],
    pValue: follows ? pValueIn(passage.slice(b.to + follows[0].length, passage.text.length)) : NOT_STATED,
  };
};

/** The pairs of values in a text; `outcomeLabel` is *median* or *mean* where the outcome's own words say so. */
export const pairsIn = (passage: Passage, outcomeLabel?: string): readonly Pair[] => {
  const values = matches(passage.text, VALUE);
  return values.flatMap((a, i) => {
    const b = values[i + 1];
    return (b && AGAINST.test(passage.text.slice(a.to, b.from)) && pairOf(passage, a, b, outcomeLabel)) || [];
  });
};
