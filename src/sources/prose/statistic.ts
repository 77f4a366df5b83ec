import { regex } from 'regex';
import { timesPowerOfTen } from '../../model/decimal.ts';
import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { EstimateType, Interval, Measure, PValue } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import { firstMatch, type Match, type Part } from './match.ts';
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
export const TO = regex`\s* ( - | – | — | ‑ | − | \b to \b | , | ; ) \s*`;

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

/** A number at its place, in its written form. */
export const numberFact = (passage: Passage, part: Part): Measure['value'] =>
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
