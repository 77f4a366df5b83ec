import { type Fact, NOT_STATED, type Stated } from '../../../model/fact.ts';
import { observedNumber } from '../../../model/observed-number.ts';
import type {
  Arm,
  ComparisonResult,
  Direction,
  Domain,
  Finding,
  GroupResult,
  Measure,
  PValue,
  Result,
  Subject,
  TimePoint,
} from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { asAmount } from '../quantity-in-percent.ts';
import type { Statistic, ValueStatistic } from '../statistic/statistic.ts';
import { statisticsIn } from '../statistic/statistics-in.ts';
import { valuesOf } from './amounts.ts';
import { changesIn } from './change-by.ts';
import { borneOut, type Claimed, isNotSignificant, timesOf } from './claimed.ts';
import { type Before, type Reported, reportedIn } from './reported.ts';
import { said } from './said.ts';
import { armSubject, impliedReference, outcomeKey, type Setting, type Statement } from './statement.ts';
import { areOpposed, type LinkedValue } from './value-links.ts';

const BASELINE: TimePoint = { kind: 'baseline' };

interface Timed {
  readonly value: ValueStatistic;
  readonly time: Stated<TimePoint>;
}

/** A value at its time; of a change, both, the first at baseline. */
const timedValues = (clause: Passage, { value }: LinkedValue, time: Stated<TimePoint>): readonly Timed[] =>
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

/** What a value leaves unsaid that another beside it says: its unit, whether it is a mean, that it counts people. */
const completed = (measures: readonly Measure[], others: readonly Measure[]): readonly Measure[] => {
  const [only, ...more] = measures;
  if (!only || more.length > 0 || only.type === 'count' || only.type === 'proportion') return measures;
  const counts = only.unit === NOT_STATED && /^\d+$/.test(only.value.value);
  const types = others
    .map(({ type }) => type)
    .filter((type) => type !== 'descriptive' && type !== 'proportion');
  const type = only.type === 'descriptive' ? types.find((one) => one !== 'count' || counts) : only.type;
  if (type === 'count') return [{ ...only, type }];
  const united = others.find((other) => other.type !== 'proportion' && other.unit !== NOT_STATED);
  const unit = only.unit === NOT_STATED ? (united?.unit ?? NOT_STATED) : only.unit;
  return [{ ...only, type: type ?? only.type, unit }];
};

/** The P value, or the words in its place, in a stretch of a clause. */
const testIn = (
  clause: Passage,
  statistics: readonly Statistic[],
  from: number,
  to: number,
): { readonly pValue: Stated<PValue>; readonly notSignificant: Stated<Direction> } => {
  const within = statistics.filter((one) => one.from >= from && one.from < to);
  const p = within.find((one) => one.kind === 'p-value' && one.of === undefined);
  const ns = within.find((one) => one.kind === 'not-significant');
  return {
    pValue: p?.kind === 'p-value' ? p.pValue : NOT_STATED,
    notSignificant: ns ? clause.fact(ns.from, ns.to, 'no-significant-difference', 'normalised') : NOT_STATED,
  };
};

/** The second of two arms, as what the first is compared with, by the order of their values. */
const referenceOf = ([first, second, ...more]: readonly LinkedValue[]): Stated<Subject> =>
  first && second && more.length === 0 ? impliedReference(second.arm) : NOT_STATED;

const subjectOf = ({ arm }: LinkedValue): Subject => (arm ? armSubject(arm) : { kind: 'all' });

/** How many a value is of, where it does not say so itself. */
const lookedAt = (arm: Arm | undefined, { analysed }: Setting): Stated<number> =>
  arm ? observedNumber(arm) : analysed;

/** Whom words compare: those whom they name, else those whose values stand against each other beside them. */
const comparedIn = (
  clause: Passage,
  result: ComparisonResult | Finding,
  says: Fact<Direction>,
  values: readonly LinkedValue[],
): { readonly subject: Subject; readonly reference: Stated<Subject> } => {
  const { reference } = result;
  const subject = result.kind === 'comparison' ? result.exposure : result.subject;
  const [first, second] = values;
  const isNone = says.value === 'no-significant-difference';
  if (reference !== NOT_STATED || !first || (second && !isNone && !areOpposed(clause.text, first, second)))
    return { subject, reference };
  const isNamed = subject.kind === 'arm' || subject.kind === 'treatment';
  return { subject: isNamed ? subject : subjectOf(first), reference: referenceOf(values) };
};

/** What words say of two groups, at the time of one of several pairs of values, with its P value if it has one. */
const claimedOf = (
  clause: Passage,
  { outcome, says, results }: Claimed,
  { values }: Reported,
  tested: { readonly pValue: Stated<PValue>; readonly timePoint: Stated<TimePoint> },
  { test }: Setting,
): readonly Result[] =>
  results.flatMap((result) => {
    if (result.kind === 'group') return [];
    return said({
      clause,
      outcome,
      ...comparedIn(clause, result, says, values),
      ...tested,
      direction: borneOut(says, tested.pValue),
      test,
      words: result.kind === 'finding' ? result.words : textFact(clause),
    }).results;
  });

const pValueOf = ({ results }: Statement): Stated<PValue> =>
  results.map((result) => (result.kind === 'comparison' ? result.pValue : NOT_STATED))[0] ?? NOT_STATED;

const isOf =
  (outcome: Fact<string>, domain: Domain) =>
  (group: GroupResult): boolean =>
    group.outcome === outcomeKey(outcome.value, domain);

/** The values that say by how much something changed. */
const ofChanges = (
  changes: readonly (Fact<string> | undefined)[],
  groups: readonly GroupResult[],
  domain: Domain,
): readonly Statement[] =>
  [
    ...Map.groupBy(
      changes.flatMap((change) => change ?? []),
      ({ value }) => value,
    ).values(),
  ].flatMap(([outcome]) =>
    outcome ? [{ outcome, domain, results: groups.filter(isOf(outcome, domain)) }] : [],
  );

/**
 * What a clause reports of each arm in numbers, joined to what it says of the same outcome in words; where no word tells
 * that two arms differ, a P value may.
 */
export const withValues = (
  claimed: readonly Claimed[],
  clause: Passage,
  before: Before,
  setting: Setting,
): readonly Statement[] => {
  const statistics = statisticsIn(clause);
  const reported = reportedIn(clause, statistics, before, setting);
  const taken = new Set<Statement>();
  const valued = reported.flatMap((one): readonly Statement[] => {
    const { outcome, domain, to, until } = one;
    const values = valuesOf(clause, one);
    const same = reported.filter((other) => other.outcome.value === outcome.value);
    const times = timesOf(clause, outcome);
    const time = (times.length === same.length ? times[same.indexOf(one)] : times[0]) ?? NOT_STATED;
    const measures = values.flatMap(({ value }) =>
      value.kind === 'value' ? value.measures : value.after.measures,
    );
    const changes = changesIn(clause, outcome, values);
    const groups = values.flatMap((linked, i) =>
      timedValues(clause, linked, time).map(
        ({ value, time: at }): GroupResult => ({
          outcome: outcomeKey((changes[i] ?? outcome).value, domain),
          timePoint: at,
          sentence: textFact(clause),
          kind: 'group',
          subject: subjectOf(linked),
          n: value.n === NOT_STATED ? lookedAt(linked.arm, setting) : value.n,
          measures: completed(changes[i] ? asAmount(value.measures) : value.measures, measures),
        }),
      ),
    );
    const { pValue, notSignificant } = testIn(clause, statistics, to, until);
    const claim = claimed.find((statement) => statement.outcome.value === outcome.value);
    if (claim) {
      taken.add(claim);
      const own = pValue === NOT_STATED && same.length === 1 ? pValueOf(claim) : pValue;
      const compared = claimedOf(clause, claim, one, { pValue: own, timePoint: time }, setting);
      return [
        ...ofChanges(changes, groups, domain),
        { ...claim, results: [...groups.filter(isOf(outcome, domain)), ...compared] },
      ];
    }
    const [first, second, ...more] = values;
    const isPair = first && second && more.length === 0;
    const direction =
      isPair && pValue !== NOT_STATED ? derivedDirection(first, second, pValue) : notSignificant;
    const compared =
      isPair && (pValue !== NOT_STATED || direction !== NOT_STATED)
        ? said({
            clause,
            outcome,
            subject: subjectOf(first),
            reference: referenceOf(values),
            timePoint: time,
            direction,
            pValue,
            test: setting.test,
            words: textFact(clause),
          }).results
        : [];
    return [
      ...ofChanges(changes, groups, domain),
      { outcome, domain, results: [...groups.filter(isOf(outcome, domain)), ...compared] },
    ];
  });
  return [...claimed.filter((claim) => !taken.has(claim)), ...valued];
};
