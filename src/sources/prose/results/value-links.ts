import { regex } from 'regex';
import type { Arm } from '../../../model/trial.ts';
import type { Passage } from '../../passage.ts';
import { type GroupMention, groupMentionsIn } from '../group-mention.ts';
import type { Part } from '../match.ts';
import { PEOPLE } from '../people.ts';
import type { Statistic, ValueStatistic } from '../statistic/statistic.ts';
import { isTotal, isWhole, measuredValues, ofWhole, type Valued } from './measured-values.ts';
import type { Setting } from './statement.ts';

/** A value with the arm it belongs to; none where it is of all. */
export interface LinkedValue {
  readonly value: Valued;
  readonly arm: Arm | undefined;
}

/** Values that stand side by side: `72.5% versus 7.7%`. */
export interface ValueRun extends Part {
  readonly values: readonly LinkedValue[];
}

/** The values of a clause: those of arms, and those that its grammar gives to none. */
export interface Linked {
  readonly runs: readonly ValueRun[];
  readonly rest: readonly Valued[];
}

interface Named extends Part {
  readonly arm: Arm;
}

type Values = readonly [Valued, ...Valued[]];

const BETWEEN_VALUES =
  /^[\s)\]%]*(?:,|;|\/|vs?\.?|versus|and|or|compared (?:to|with)|as compared (?:to|with)|against|,? and)[\s([]*(?:a |an |the )?(?:mean |median |only )?$/i;
/** \`MSC 83.3 versus placebo 57.6\`: each value behind its group's name. */
const EACH_NAMED =
  /^[\s)\]%]*(?:,\s)?(?:vs\.?|versus|compared (?:to|with)|against)\s(?:the\s)?[\p{L}\d+-]+\s(?:groups?\s|arms?\s)?$/iu;
const IN_GROUP =
  /^[\s)\]%,]*(?:\([^()]*\)\s*)?(?:(?:after|at|over|during) (?:the )?[\w-]+ (?:minutes?|hours?|days?|weeks?|months?|years?) )?(?:[\p{L}-]+\s){0,4}?(?:in|for|with|on|of|among|after|from|to|by|who|receiving|given|taking|at|under|during)\s(?:(?:the|those|patients|participants|subjects|children|women|men|people|who|switched|continued|continuing|continued|received|receiving|assigned|allocated|randomi[sz]ed|treated|to|with|in|on|gradual|both|each|a|an|given|taking|only|group)\s)*[([]?$/iu;
/** \`12 (24%) aspirin patients\`, \`34% (aspirin)\`. */
const AT_GROUP = /^[\s)\]%]*\(?$/;
/** `of patients in` the group that all values before it are of. */
const OF_GROUP = regex('i')`^ \s? of \s (the \s | those \s)? ${PEOPLE}`;
/** `A (median 9.1 months)`. */
const IN_BRACKET_OF = /^\s?[([](?:(?:a |the )?(?:mean|median|average)[\s,:]*(?:of )?)?$/i;
/** `5% of patients in each group`. */
const IN_EACH = regex(
  'i',
)`^ [\s\)\]%]* ( of \s (the \s)? ${PEOPLE} \s )? in \s each \s ( (study | treatment) \s )? (group | arm) \b`;
/** How far a value may stand behind its group, a run of values before its groups. */
const [GROUP_THEN, NEXT_LIST] = [120, /^[^;.]{0,60}$/];

/** Of the group that follows, `a total of` says no more than its number. */
const SUM = /\ba total of\s*$/i;

const AGAINST = /\b(?:vs?|versus|compared|against)\b/i;

/** Whether one value is set against another: `12 versus 15`. */
export const areOpposed = (text: string, { value: a }: LinkedValue, { value: b }: LinkedValue): boolean =>
  AGAINST.test(text.slice(a.to, b.from));

const joined = (
  values: readonly Valued[],
  goesOn: (last: Valued, next: Valued) => boolean,
): readonly Values[] => {
  const runs: [Valued, ...Valued[]][] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last && goesOn(last.at(-1) ?? last[0], value)) last.push(value);
    else runs.push([value]);
  }
  return runs;
};

/** Values side by side; pairs set against each other, `95% vs 84% and 90% vs 71%`, are runs of their own. */
const runsOf = (text: string, values: readonly Valued[]): readonly Values[] => {
  const between = (a: Valued, b: Valued): string => text.slice(a.to, b.from);
  const runs = joined(values, (a, b) => BETWEEN_VALUES.test(between(a, b)));
  return runs.flatMap((run) => {
    const pairs = joined(run, (a, b) => AGAINST.test(between(a, b)));
    return pairs.length < run.length ? pairs : [run];
  });
};

const distinct = (named: readonly Named[]): readonly Arm[] => [...new Set(named.map(({ arm }) => arm))];

const otherArm = (arm: Arm, { arms }: Setting): Arm | undefined =>
  arms.length === 2 ? arms.find((one) => one !== arm) : undefined;

/** What stands around a run of values. */
interface Around {
  readonly text: string;
  readonly named: readonly Named[];
  /** Where what was said before ends. */
  readonly since: number;
  /** Where the next values begin. */
  readonly until: number;
  /** The groups of the values before, in their order. */
  readonly last: readonly Arm[];
}

const placeOf = (run: Values): { readonly from: number; readonly to: number } => ({
  from: run[0].from,
  to: (run.at(-1) ?? run[0]).to,
});

/** The groups that a run of several values is of, in their order. */
const groupsOfRun = (run: Values, around: Around, setting: Setting): readonly Arm[] => {
  const { text, named, since, until, last } = around;
  const { from, to } = placeOf(run);
  const before = distinct(named.filter((one) => one.from >= since && one.to <= from));
  const behind = named.filter((one) => one.from >= to && one.to <= until);
  const after = distinct(behind);
  const isNear = behind[0] !== undefined && NEXT_LIST.test(text.slice(to, behind[0].from));
  if (after.length === run.length && isNear && before.length !== run.length) return after;
  if (before.length === run.length) return before;
  if (before.length === 0 && last.length === run.length) return last;
  const [only] = before.length === 1 ? before : after.length === 1 && isNear ? after : [];
  // *34% and 21% of patients with A*: both are of A.
  const isOfOne = before.length === 0 && behind[0] && OF_GROUP.test(text.slice(to, behind[0].from));
  const other = only && !isOfOne && otherArm(only, setting);
  return run.length === 2 && only && other ? [only, other] : [];
};

/** The group that a value stands before, in the bracket of, or behind. */
const groupOf = (
  { from, to }: Valued,
  { text, named, since, until }: Around,
  used: ReadonlySet<Named>,
): { readonly group: Named | undefined; readonly isForward: boolean } => {
  const beside = named.findLast((one) => one.to <= from && IN_BRACKET_OF.test(text.slice(one.to, from)));
  const next = named.find((one) => one.from >= to && one.from < until);
  const isForward =
    next !== undefined && [IN_GROUP, AT_GROUP].some((form) => form.test(text.slice(to, next.from)));
  const isClosed = beside !== undefined && next !== undefined && /[)\]]/.test(text.slice(to, next.from));
  if (isForward && !isClosed) return { group: next, isForward };
  if (beside) return { group: beside, isForward: false };
  const previous = named.findLast((one) => one.to <= from && one.from >= since && !used.has(one));
  const isBackward = previous !== undefined && from - previous.to <= GROUP_THEN;
  return { group: isBackward ? previous : undefined, isForward };
};

const runOf = (text: string, values: Values, arms: readonly Arm[]): ValueRun => {
  const { from, to } = placeOf(values);
  return {
    from,
    to,
    text: text.slice(from, to),
    values: values.flatMap((value, i) => {
      const arm = arms[i];
      return arm ? [{ value, arm }] : [];
    }),
  };
};

/** The arms that runs without groups of their own are of: a list's groups stand behind its last pair of values. */
const withListed = (
  text: string,
  runs: readonly Values[],
  found: readonly (ValueRun | undefined)[],
): readonly (ValueRun | undefined)[] =>
  runs.map((run, i) => {
    const next = found.slice(i + 1).find((one) => one !== undefined);
    const isListed = run.length > 1 && found[i] === undefined && next?.values.length === run.length;
    return isListed
      ? runOf(
          text,
          run,
          next.values.flatMap(({ arm }) => arm ?? []),
        )
      : found[i];
  });

/** \`A 1.2 versus B 3.4\` where only one of two groups goes by a known name: the other value is the other's. */
const withOther = (
  text: string,
  runs: readonly Values[],
  found: readonly (ValueRun | undefined)[],
  setting: Setting,
): readonly (ValueRun | undefined)[] =>
  runs.map((run, i) => {
    const next = runs[i + 1];
    const linked = found[i + 1]?.values;
    const isPair = run.length === 1 && linked?.length === 1 && found[i] === undefined;
    if (!isPair || !next || !EACH_NAMED.test(text.slice(run[0].to, next[0].from))) return found[i];
    const other = linked[0]?.arm && otherArm(linked[0].arm, setting);
    return other && runOf(text, run, [other]);
  });

/** Values with the number that the clause says their group is of: `Of 201 patients treated with A, 98 responded`. */
const ofWholes = (run: ValueRun, wholes: readonly ValueStatistic[], named: readonly Named[]): ValueRun => ({
  ...run,
  values: run.values.map(({ value, arm }) => {
    const whole = wholes.find(({ to }) => named.find(({ from }) => from >= to)?.arm === arm);
    return { arm, value: whole && value.kind === 'value' ? ofWhole(value, whole) : value };
  }),
});

/**
 * The values of a clause with the arms that its grammar gives them to; `order` are the groups of the values before it,
 * which pairs of a clause that names no group go on with.
 */
export const linkedValues = (
  clause: Passage,
  statistics: readonly Statistic[],
  order: readonly Arm[],
  setting: Setting,
): Linked => {
  const { text } = clause;
  const mentions: readonly GroupMention[] = groupMentionsIn(text, setting.names);
  const sizes = mentions.flatMap(({ count }) => count?.part ?? []);
  const named = mentions.flatMap((mention): readonly Named[] => {
    const arm = setting.arms.find(({ key }) => key === mention.key);
    return arm ? [{ text: mention.text, from: mention.from, to: mention.to, arm }] : [];
  });
  const values = measuredValues(clause, statistics, [...mentions, ...sizes]);
  const isSumOfGroup = ({ from, to }: Valued): boolean => {
    const next = named.find((one) => one.from >= to);
    return next !== undefined && IN_GROUP.test(text.slice(to, next.from)) && SUM.test(text.slice(0, from));
  };
  const totals = values.filter((value) => isTotal(clause, value) && !isSumOfGroup(value));
  const wholes = values.filter((value) => isWhole(clause, value));
  const runs = runsOf(
    text,
    values.filter((value) => !totals.includes(value) && !isWhole(clause, value)),
  );
  const used = new Set<Named>();
  let since = 0;
  let last = named.length === 0 ? order : [];
  const found = runs.map((run, i): ValueRun | undefined => {
    const { to } = placeOf(run);
    const around = { text, named, since, until: runs[i + 1]?.[0].from ?? text.length, last };
    since = to;
    if (run.length > 1) {
      const arms = groupsOfRun(run, around, setting);
      if (arms.length !== run.length) return undefined;
      last = arms;
      return runOf(text, run, arms);
    }
    if (IN_EACH.test(text.slice(to)))
      return { ...runOf(text, run, []), values: setting.arms.map((arm) => ({ value: run[0], arm })) };
    const { group, isForward } = groupOf(run[0], around, used);
    if (!group) return undefined;
    used.add(group);
    last = [...last.filter((arm) => arm !== group.arm), group.arm];
    if (isForward) since = group.to;
    return runOf(text, run, [group.arm]);
  });
  const linked = withOther(text, runs, withListed(text, runs, found), setting);
  return {
    runs: linked.flatMap((run) => (run ? ofWholes(run, wholes, named) : [])),
    rest: [...totals, ...runs.flatMap((run, i) => (linked[i] ? [] : run))],
  };
};
