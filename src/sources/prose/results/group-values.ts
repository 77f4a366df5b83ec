import { type Fact, NOT_STATED, type Stated } from '../../../model/fact.ts';
import { observedNumber } from '../../../model/observed-number.ts';
import type { Direction, GroupResult, Measure, PValue, Result, TimePoint } from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import type { Statistic, ValueStatistic } from '../statistic/statistic.ts';
import { statisticsIn } from '../statistic/statistics-in.ts';
import { claimsIn } from './claim.ts';
import { mentionedArms } from './claim-sides.ts';
import { isNotSignificant, outcomeFactIn, timeOf } from './claimed.ts';
import { masked } from './masked.ts';
import { said } from './said.ts';
import { armSubject, outcomeKey, type Setting, type Statement } from './statement.ts';
import { type LinkedValue, linkedValues, type Valued, type ValueRun } from './value-links.ts';
import { outcomeOfValues } from './value-outcome.ts';

const BASELINE: TimePoint = { kind: 'baseline' };

interface Timed {
  readonly value: ValueStatistic;
  readonly time: Stated<TimePoint>;
}

/** A value at its time; of a change, both, the first at baseline. */
const timedValues = (clause: Passage, value: Valued, time: Stated<TimePoint>): readonly Timed[] =>
  value.kind === 'value'
    ? [{ value, time }]
    : [
        { value: value.before, time: clause.fact(value.before.from, value.before.to, BASELINE, 'derived') },
        { value: value.after, time },
      ];

const measured = ({ value }: LinkedValue): Measure | undefined =>
  (value.kind === 'change' ? value.after : value).measures.at(-1);

/** Which of two groups had more, by their values, where a P value says that they differ; the values say it, no word. */
const derivedDirection = (
  first: LinkedValue,
  second: LinkedValue,
  pValue: Fact<PValue>,
): Stated<Direction> => {
  const [a, b] = [measured(first), measured(second)];
  if (!a || !b || a.type !== b.type) return NOT_STATED;
  if (isNotSignificant(pValue.value))
    return { ...pValue, value: 'no-significant-difference', derivation: 'derived' };
  const difference = Number(a.value.value) - Number(b.value.value);
  return difference === 0
    ? NOT_STATED
    : { ...a.value, value: difference > 0 ? 'higher' : 'lower', derivation: 'derived' };
};

interface Reported {
  readonly outcome: Fact<string>;
  readonly values: LinkedValue[];
  to: number;
}

/** Runs of values of the same outcome together: `10.6% for A and 5.9% for B`. */
const reportedIn = (clause: Passage, text: string, runs: readonly ValueRun[]): readonly Reported[] => {
  const claims = claimsIn(text);
  const reported: Reported[] = [];
  for (const { from, to, values } of runs) {
    const last = reported.at(-1);
    const goesOn = last && !last.values.some(({ arm }) => values.some((other) => other.arm === arm));
    const part = goesOn ? undefined : outcomeOfValues(clause.text, text, from, to, claims);
    const named = part && outcomeFactIn(clause, text, part.from, part.to);
    // *This occurred in …*: what the claim before it says.
    const before = named ? undefined : claims.findLast(({ outcome }) => outcome.to <= from)?.outcome;
    const outcome = goesOn
      ? last.outcome
      : (named ?? (part && before && outcomeFactIn(clause, text, before.from, before.to)));
    if (!outcome) continue;
    if (goesOn) {
      last.values.push(...values);
      last.to = to;
    } else reported.push({ outcome, values: [...values], to });
  }
  return reported;
};

const notSignificantBehind = (
  clause: Passage,
  statistics: readonly Statistic[],
  from: number,
  to: number,
): Stated<Direction> => {
  const found = statistics.find((one) => one.kind === 'not-significant' && one.from >= from && one.from < to);
  return found ? clause.fact(found.from, found.to, 'no-significant-difference', 'normalised') : NOT_STATED;
};

const pValueBehind = (statistics: readonly Statistic[], from: number, to: number): Stated<PValue> => {
  const found = statistics.find((one) => one.kind === 'p-value' && one.from >= from && one.from < to);
  return found?.kind === 'p-value' ? found.pValue : NOT_STATED;
};

/** What a clause reports of each arm in numbers, and what a P value says of two arms' numbers where no word does. */
export const groupValues = (
  clause: Passage,
  setting: Setting,
  isCompared: (outcome: Fact<string>) => boolean,
): readonly Statement[] => {
  const mentioned = mentionedArms(clause, setting);
  if (mentioned.length === 0 && !clause.text.includes('(')) return [];
  const statistics = statisticsIn(clause);
  const runs = linkedValues(clause, statistics, setting);
  if (runs.length === 0) return [];
  const text = masked(
    clause.text,
    mentioned.map(({ mention }) => mention),
  );
  const reported = reportedIn(clause, text, runs);
  return reported.map(({ outcome, values, to }, i): Statement => {
    const time = timeOf(clause, outcome);
    const about = (timePoint: Stated<TimePoint>) => ({
      outcome: outcomeKey(outcome.value, 'effect'),
      timePoint,
      sentence: textFact(clause),
    });
    const groups = values.flatMap(({ value, arm }) =>
      timedValues(clause, value, time).map(
        (one): GroupResult => ({
          ...about(one.time),
          kind: 'group',
          subject: armSubject(arm),
          n: one.value.n === NOT_STATED ? observedNumber(arm) : one.value.n,
          measures: one.value.measures,
        }),
      ),
    );
    const [first, second, ...more] = values;
    const next = reported[i + 1];
    const end = next ? Math.max(to, clause.text.indexOf(next.outcome.words, to)) : clause.text.length;
    const pValue = pValueBehind(statistics, to, end);
    const isPair = first && second && more.length === 0 && !isCompared(outcome);
    const direction =
      !isPair || pValue === NOT_STATED
        ? notSignificantBehind(clause, statistics, to, end)
        : derivedDirection(first, second, pValue);
    const compared: readonly Result[] =
      isPair && (pValue !== NOT_STATED || direction !== NOT_STATED)
        ? said({
            clause,
            outcome,
            subject: armSubject(first.arm),
            reference: { ...second.arm.name, value: armSubject(second.arm), derivation: 'derived' },
            timePoint: time,
            direction,
            pValue,
            test: setting.test,
            words: textFact(clause),
          }).results
        : [];
    return { outcome, domain: 'effect', results: [...groups, ...compared] };
  });
};
