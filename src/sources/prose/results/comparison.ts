import { NOT_STATED, type Stated } from '../../../model/fact.ts';
import { observedNumber } from '../../../model/observed-number.ts';
import type {
  Arm,
  ComparisonResult,
  Finding,
  GroupResult,
  Measure,
  PValue,
  TimePoint,
} from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { type Pair, pairsIn } from '../pair.ts';
import { clausesOf } from '../sentence.ts';
import { pValueIn } from '../statistic.ts';
import { type Timed, timesIn } from '../time.ts';
import { type Compared, comparedIn, type Sides } from './compared.ts';
import { armSubject, outcomeKey, type Setting, type Statement } from './statement.ts';

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

const timeFact = (clause: Passage, time: Timed | undefined): Stated<TimePoint> =>
  time ? clause.fact(time.from, time.to, time.value, 'normalised') : NOT_STATED;

/** The results of one comparison: each group's values, and what is said of their difference. */
export const comparisonResults = (
  clause: Passage,
  { outcome, label, direction, exposure, reference, other, behind }: Compared,
  setting: Setting,
): Statement => {
  const pairs = pairsIn(clause, label);
  const times = timesIn(clause.text).filter(
    (time) => !pairs.some((pair) => time.from < pair.to && pair.from < time.to),
  );
  const about = (time: Stated<TimePoint>) => ({
    outcome: outcomeKey(outcome.value, 'effect'),
    timePoint: time,
    sentence: textFact(clause),
  });
  const group = (arm: Arm, measures: readonly Measure[], time: Stated<TimePoint>): GroupResult => ({
    ...about(time),
    kind: 'group',
    subject: armSubject(arm),
    n: observedNumber(arm),
    measures,
  });
  const tested = (pValue: Stated<PValue>, time: Stated<TimePoint>): readonly ComparisonResult[] =>
    pValue === NOT_STATED
      ? []
      : [
          {
            ...about(time),
            kind: 'comparison',
            exposure: armSubject(exposure),
            reference,
            estimate: NOT_STATED,
            interval: NOT_STATED,
            pValue,
            direction,
            test: setting.test,
          },
        ];
  const inWords = (time: Stated<TimePoint>): Finding => ({
    ...about(time),
    kind: 'finding',
    subject: armSubject(exposure),
    reference,
    direction,
    words: textFact(clause.slice(0, Math.max(behind, statementEnd(clause, pairs.at(-1))))),
  });
  const results = pairs.flatMap((pair, i): readonly (GroupResult | ComparisonResult)[] => {
    const time = timeFact(clause, times.length === pairs.length ? times[i] : times.at(-1));
    return [
      group(exposure, pair.values[0], time),
      ...(other ? [group(other, pair.values[1], time)] : []),
      ...tested(pair.pValue, time),
    ];
  });
  const time = timeFact(clause, times.at(-1));
  const alone = pairs.length > 0 ? [] : tested(ownPValue(clause, behind), time);
  const compared = [...results, ...alone].some(({ kind }) => kind === 'comparison');
  return { outcome, domain: 'effect', results: [...results, ...alone, ...(compared ? [] : [inWords(time)])] };
};

/** Two groups compared on one outcome, with their values, at one time or several *respectively*, clause by clause. */
export const comparisonsIn = (sentence: Passage, setting: Setting): readonly Statement[] => {
  let before: Sides | undefined;
  return clausesOf(sentence).flatMap((clause) => {
    const compared = comparedIn(clause, setting, before);
    before = compared ?? before;
    return compared ? [comparisonResults(clause, compared, setting)] : [];
  });
};
