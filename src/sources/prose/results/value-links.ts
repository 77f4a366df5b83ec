import type { Arm } from '../../../model/trial.ts';
import type { Passage } from '../../passage.ts';
import { type GroupMention, groupMentionsIn } from '../group-mention.ts';
import type { Part } from '../match.ts';
import type { ChangeStatistic, Statistic, ValueStatistic } from '../statistic/statistic.ts';
import type { Setting } from './statement.ts';

/** A value of a group, or its value before and after. */
export type Valued = ValueStatistic | ChangeStatistic;

/** A value with the arm it belongs to. */
export interface LinkedValue {
  readonly value: Valued;
  readonly arm: Arm;
}

/** Values that stand side by side: `72.5% versus 7.7%`. */
export interface ValueRun extends Part {
  readonly values: readonly LinkedValue[];
}

interface Named extends Part {
  readonly arm: Arm;
}

const TIME_UNIT = /^(?:min(?:ute)?s?|h(?:ours?|rs?)?|d(?:ays?)?|w(?:ee)?ks?|mo(?:nth)?s?|y(?:ea)?rs?)$/i;
const WHEN =
  /\b(?:at|after|for|over|within|during|every|per|by|until|to|from|week|day|month|year|age|aged|first|last)\s*$/i;
const BOUND =
  /[<>≥≤]\s*$|\b(?:least|(?:more|less|greater|fewer) than|most|threshold of|cut-?off of|defined as)(?:\s+an?)?\s*$/i;
const NOT_OF_GROUP =
  /\b(?:a total of|of all|of the|of these|overall,?|out of|range,?|SD:?|SE:?|CI:?|score of|from)\s*$/i;

const unitOf = (value: Valued): string => {
  const [measure] = (value.kind === 'change' ? value.after : value).measures;
  return measure === undefined || measure.unit === 'not-stated' ? '' : measure.unit.value;
};

/** Whether a value may be one that was measured: no time, no bound, no dose of a treatment's name. */
const isMeasured = (text: string, value: Valued, mentions: readonly Part[]): boolean => {
  const before = text.slice(Math.max(0, value.from - 40), value.from);
  if (mentions.some(({ from, to }) => value.from < to && from < value.to)) return false;
  if (BOUND.test(before) || NOT_OF_GROUP.test(before)) return false;
  return !(TIME_UNIT.test(unitOf(value)) && WHEN.test(before));
};

const BETWEEN_VALUES =
  /^[\s)\]%]*(?:,|;|\/|vs?\.?|versus|and|or|compared (?:to|with)|as compared (?:to|with)|against|,? and)[\s([]*(?:a |an |the )?(?:mean |median |only )?$/i;
const IN_GROUP =
  /^[\s)\]%,]*(?:\([^()]*\)\s*)?(?:(?:after|at|over|during) (?:the )?[\w-]+ (?:minutes?|hours?|days?|weeks?|months?|years?) )?(?:[\p{L}-]+\s){0,4}?(?:in|for|with|on|of|among|after|from|to|by|who|receiving|at|under|during)\s(?:(?:the|those|patients|participants|subjects|children|women|men|people|who|switched|continued|continuing|continued|received|receiving|assigned|allocated|randomi[sz]ed|treated|to|with|in|on|gradual|both|each|a|an|given|taking|only|group)\s)*[([]?$/iu;
/** \`12 (24%) aspirin patients\`, \`34% (aspirin)\`. */
const AT_GROUP = /^[\s)\]%]*\(?$/;
const GROUP_THEN = 120;

const runsOf = (text: string, values: readonly Valued[]): readonly (readonly Valued[])[] => {
  const runs: Valued[][] = [];
  for (const value of values) {
    const last = runs.at(-1)?.at(-1);
    if (last && BETWEEN_VALUES.test(text.slice(last.to, value.from))) runs.at(-1)?.push(value);
    else runs.push([value]);
  }
  return runs;
};

const distinct = (named: readonly Named[]): readonly Arm[] => [...new Set(named.map(({ arm }) => arm))];

const otherArm = (arm: Arm, { arms }: Setting): Arm | undefined =>
  arms.length === 2 ? arms.find((one) => one !== arm) : undefined;

const NEXT_LIST = /^[^;.]{0,60}$/;

/** The groups that a run of several values is of, in their order. */
const groupsOfRun = (
  text: string,
  run: readonly Valued[],
  named: readonly Named[],
  since: number,
  until: number,
  last: readonly Arm[],
  setting: Setting,
): readonly Arm[] => {
  const [from, to] = [run[0]!.from, run.at(-1)!.to];
  const before = distinct(named.filter((one) => one.from >= since && one.to <= from));
  const behind = named.filter((one) => one.from >= to && one.to <= until);
  const after = distinct(behind);
  const isNear = behind[0] !== undefined && NEXT_LIST.test(text.slice(to, behind[0].from));
  if (after.length === run.length && isNear && before.length !== run.length) return after;
  if (before.length === run.length) return before;
  if (before.length === 0 && last.length === run.length) return last;
  const [only] = before.length === 1 ? before : after.length === 1 && isNear ? after : [];
  const other = only && otherArm(only, setting);
  return run.length === 2 && only && other ? [only, other] : [];
};

/** The values of a clause with the arms that its grammar gives them to; a value that it gives to none is left out. */
export const linkedValues = (
  clause: Passage,
  statistics: readonly Statistic[],
  setting: Setting,
): readonly ValueRun[] => {
  const { text } = clause;
  const mentions: readonly GroupMention[] = groupMentionsIn(text, setting.names);
  const sizes = mentions.flatMap(({ count }) => count?.part ?? []);
  const named = mentions.flatMap((mention): readonly Named[] => {
    const arm = setting.arms.find(({ key }) => key === mention.key);
    return arm ? [{ text: mention.text, from: mention.from, to: mention.to, arm }] : [];
  });
  if (named.length === 0) return [];
  const values = statistics
    .filter((one): one is Valued => one.kind === 'value' || one.kind === 'change')
    .filter((value) => isMeasured(text, value, [...mentions, ...sizes]));
  const runs = runsOf(text, values);
  const found: ValueRun[] = [];
  const used = new Set<Named>();
  let since = 0;
  let last: readonly Arm[] = [];
  for (const [i, run] of runs.entries()) {
    const [from, to] = [run[0]!.from, run.at(-1)!.to];
    const until = runs[i + 1]?.[0]?.from ?? text.length;
    if (run.length > 1) {
      const arms = groupsOfRun(text, run, named, since, until, last, setting);
      if (arms.length === run.length) {
        last = arms;
        found.push({
          text: text.slice(from, to),
          from,
          to,
          values: run.map((value, j) => ({ value, arm: arms[j]! })),
        });
      }
      since = to;
      continue;
    }
    const [value] = run;
    const next = named.find((one) => one.from >= to && one.from < until);
    const previous = named.findLast((one) => one.to <= from && one.from >= since && !used.has(one));
    const isForward =
      next !== undefined && [IN_GROUP, AT_GROUP].some((form) => form.test(text.slice(to, next.from)));
    const isBackward = previous !== undefined && from - previous.to <= GROUP_THEN;
    const beside = named.findLast((one) => one.to <= from && /^\s?\($/.test(text.slice(one.to, from)));
    const group = isForward ? next : (beside ?? (isBackward ? previous : undefined));
    if (group) {
      used.add(group);
      last = [...last.filter((arm) => arm !== group.arm), group.arm];
      found.push({ text: text.slice(from, to), from, to, values: [{ value: value!, arm: group.arm }] });
    }
    since = isForward ? (next?.to ?? to) : to;
  }
  return found;
};
