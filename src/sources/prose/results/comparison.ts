import { regex } from 'regex';
import { type Fact, NOT_STATED, type Stated } from '../../../model/fact.ts';
import { observedNumber } from '../../../model/observed-number.ts';
import type {
  Arm,
  ComparisonResult,
  Direction,
  Finding,
  GroupResult,
  Measure,
  PValue,
  Subject,
  TimePoint,
} from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { type GroupMention, groupMentionsIn } from '../group-mention.ts';
import { firstMatch, type Part } from '../match.ts';
import { type Pair, pairsIn, pValueIn } from '../statistic.ts';
import { timesIn } from '../time.ts';
import { COMPARATIVE, directionOf } from './direction.ts';
import { outcomeName } from './outcome-name.ts';
import {
  armSubject,
  comparatorOf,
  impliedReference,
  namedReference,
  outcomeKey,
  type Setting,
  type Statement,
  treatedArm,
} from './statement.ts';

const DEGREE = regex(
  'i',
)`( ( also | statistically | significantly | markedly | slightly | much | substantially ) \s )*`;

const AGAINST = regex(
  'i',
)`( when \s | as \s )? (compared\ (to | with) | than | versus | vs\.? | relative\ to)`;

/** *Outcome* was higher in group A (than in B). */
const OUTCOME_FIRST = regex(
  'dgi',
)`^ (?<outcome> [^;\(\)]+? ) \s (was | were) \s ${DEGREE} (?<direction> ${COMPARATIVE}) \s (in | for | among | with) \s ( the \s )?`;

/** Group A had a lower *outcome* compared with B. */
const GROUP_FIRST = regex(
  'dgi',
)`^ (?<group> [^;\(\)]+? ) \s ${DEGREE} (had | showed | experienced | demonstrated) \s ( (a | an) \s )? ${DEGREE} (?<direction> ${COMPARATIVE}) \s (?<outcome> [^;\(\)]+? ) (?= \s ${AGAINST})`;

/** What sets the group compared with, the group itself right behind it. */
const OTHER = regex('dgi')`\b ${AGAINST} \s ( in \s )? ( the \s | those \s in \s the \s )?`;

interface Compared {
  readonly outcome: Fact<string>;
  readonly direction: Stated<Direction>;
  readonly exposure: Arm;
  readonly reference: Stated<Subject>;
  readonly other: Arm | undefined;
  /** Where the words of the comparison end. */
  readonly behind: number;
}

type Sides = Pick<Compared, 'exposure' | 'reference' | 'other'>;

/** The two groups, if each stands where the grammar wants it: a group named elsewhere in the clause is not meant. */
const sidesOf = (
  clause: Passage,
  exposureAt: (mention: GroupMention) => boolean,
  behind: number,
  setting: Setting,
): Sides | undefined => {
  const mentions = groupMentionsIn(clause.text, setting.names);
  const armOf = (mention: GroupMention | undefined): Arm | undefined =>
    setting.arms.find(({ key }) => key === mention?.key);
  const exposure = armOf(mentions.find(exposureAt));
  if (!exposure) return undefined;
  const other = firstMatch(clause.text.slice(behind).replace(/\(.*/s, ''), OTHER);
  if (other) {
    const named = armOf(mentions.find(({ from }) => from === behind + other.to));
    return named && { exposure, reference: namedReference(clause, named, setting), other: named };
  }
  const comparator = exposure === comparatorOf(setting) ? treatedArm(setting) : comparatorOf(setting);
  return { exposure, reference: impliedReference(comparator), other: comparator };
};

const compared = (clause: Passage, setting: Setting): Compared | undefined => {
  const outcomeFirst = firstMatch(clause.text, OUTCOME_FIRST);
  const match = outcomeFirst ?? firstMatch(clause.text, GROUP_FIRST);
  const [words, direction, group] = ['outcome', 'direction', 'group'].map((name) => match?.part(name));
  const outcome = words && outcomeName(clause, words.from, words.to);
  if (!match || !outcome || !direction) return undefined;
  const sides = sidesOf(
    clause,
    ({ from, to }) => (group ? to === group.to : from === match.to),
    match.to,
    setting,
  );
  return (
    sides && {
      outcome,
      direction: clause.fact(direction.from, direction.to, directionOf(direction.text), 'normalised'),
      behind: match.to,
      ...sides,
    }
  );
};

/** The P value in the first bracket behind a comparison, if no other statement stands between. */
const ownPValue = (clause: Passage, behind: number): Stated<PValue> => {
  const bracket = /^(?:(?!\b(?:and|but|was|were|had)\b)[^()])*(?<bracket>\([^()]*\))/.exec(
    clause.text.slice(behind),
  );
  const length = bracket?.groups?.bracket?.length ?? 0;
  const to = behind + (bracket?.[0].length ?? 0);
  return length > 0 ? pValueIn(clause.slice(to - length, to)) : NOT_STATED;
};

/** Where the statement of a comparison ends: behind the bracket of its last pair of values, else with its clause. */
const statementEnd = (clause: Passage, last: Pair | undefined): number =>
  last ? last.to + (/^[^()]*\)/.exec(clause.text.slice(last.to))?.[0].length ?? 0) : clause.text.length;

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
    n: observedNumber(arm),
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
  const pValue = pairs.length > 0 ? NOT_STATED : ownPValue(clause, found.behind);
  const time = timeFact(clause, times[0]);
  const inWords: ComparisonResult | Finding =
    pValue === NOT_STATED
      ? {
          ...about(time),
          kind: 'finding',
          subject: armSubject(exposure),
          reference,
          direction,
          words: textFact(clause.slice(0, statementEnd(clause, pairs.at(-1)))),
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
