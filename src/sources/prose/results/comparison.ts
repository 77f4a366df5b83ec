import { regex } from 'regex';
import { type Fact, NOT_STATED, type Stated } from '../../../model/fact.ts';
import type {
  Arm,
  ComparisonResult,
  Direction,
  Finding,
  GroupResult,
  Measure,
  Subject,
  TimePoint,
} from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { firstMatch, type Part } from '../match.ts';
import { pairsIn, pValueIn } from '../statistic.ts';
import { timesIn } from '../time.ts';
import { COMPARATIVE, directionOf } from './direction.ts';
import { outcomeName } from './outcome-name.ts';
import {
  armSubject,
  armsIn,
  comparatorOf,
  impliedReference,
  namedReference,
  numberOf,
  outcomeKey,
  type Setting,
  type Statement,
  treatedArm,
} from './statement.ts';

const DEGREE = regex(
  'i',
)`( ( also | statistically | significantly | markedly | slightly | much | substantially ) \s )*`;

/** *Outcome* was higher in group A (than in B). */
const OUTCOME_FIRST = regex(
  'dgi',
)`^ (?<outcome> [^;\(\)]+? ) \s (was | were) \s ${DEGREE} (?<direction> ${COMPARATIVE}) \s (in | for | among | with) \s`;

/** Group A had a lower *outcome* compared with B. */
const GROUP_FIRST = regex(
  'dgi',
)`^ [^;\(\)]+? \s ${DEGREE} (had | showed | experienced | demonstrated) \s ( (a | an) \s )? ${DEGREE} (?<direction> ${COMPARATIVE}) \s (?<outcome> [^;\(\)]+? ) \s (compared\ (to | with) | than | versus | vs\.? | relative\ to) \s`;

interface Compared {
  readonly outcome: Fact<string>;
  readonly direction: Stated<Direction>;
  readonly exposure: Arm;
  readonly reference: Stated<Subject>;
  readonly other: Arm | undefined;
}

const compared = (clause: Passage, setting: Setting): Compared | undefined => {
  const match = firstMatch(clause.text, OUTCOME_FIRST) ?? firstMatch(clause.text, GROUP_FIRST);
  const [words, direction] = [match?.part('outcome'), match?.part('direction')];
  const outcome = words && outcomeName(clause, words.from, words.to);
  const [exposure, named] = armsIn(clause.text, setting);
  if (!outcome || !direction || !exposure) return undefined;
  const comparator = exposure === comparatorOf(setting) ? treatedArm(setting) : comparatorOf(setting);
  return {
    outcome,
    direction: clause.fact(direction.from, direction.to, directionOf(direction.text), 'normalised'),
    exposure,
    reference: named ? namedReference(clause, named) : impliedReference(comparator),
    other: named ?? comparator,
  };
};

const timeFact = (clause: Passage, time: (Part & { value: TimePoint }) | undefined): Stated<TimePoint> =>
  time ? clause.fact(time.from, time.to, time.value, 'normalised') : NOT_STATED;

/** Two groups compared on one outcome, with their values, at one time or several *respectively*. */
export const comparison = (clause: Passage, setting: Setting): readonly Statement[] => {
  const found = compared(clause, setting);
  if (!found) return [];
  const { outcome, direction, exposure, reference, other } = found;
  const label = /^\W*(median|mean)\b/i.exec(outcome.value)?.[1];
  const pairs = pairsIn(clause, label);
  const times = timesIn(clause.text);
  const about = (time: Stated<TimePoint>) => ({
    outcome: outcomeKey(outcome.value, 'effect'),
    timePoint: time,
    sentence: textFact(clause),
  });
  const group = (arm: Arm, measure: Measure, time: Stated<TimePoint>): GroupResult => ({
    ...about(time),
    kind: 'group',
    subject: armSubject(arm),
    n: numberOf(arm),
    measures: [measure],
  });
  const results = pairs.flatMap((pair, i): readonly (GroupResult | ComparisonResult)[] => {
    const time = timeFact(clause, times.length === pairs.length ? times[i] : times[0]);
    const comparing: readonly ComparisonResult[] =
      pair.pValue === NOT_STATED
        ? []
        : [
            {
              ...about(time),
              kind: 'comparison',
              exposure: armSubject(exposure),
              reference,
              estimate: NOT_STATED,
              interval: NOT_STATED,
              pValue: pair.pValue,
              direction,
              test: setting.test,
            },
          ];
    return [
      group(exposure, pair.values[0], time),
      ...(other ? [group(other, pair.values[1], time)] : []),
      ...comparing,
    ];
  });
  if (results.some(({ kind }) => kind === 'comparison')) return [{ outcome, domain: 'effect', results }];
  const pValue = pValueIn(clause);
  const time = timeFact(clause, times[0]);
  const inWords: ComparisonResult | Finding =
    pValue === NOT_STATED
      ? {
          ...about(time),
          kind: 'finding',
          subject: armSubject(exposure),
          reference,
          direction,
          words: textFact(clause),
        }
      : {
          ...about(time),
          kind: 'comparison',
          exposure: armSubject(exposure),
          reference,
          estimate: NOT_STATED,
          interval: NOT_STATED,
          pValue,
          direction,
          test: setting.test,
        };
  return [{ outcome, domain: 'effect', results: [...results, inWords] }];
};
