import { regex } from 'regex';
import type { Fact, Stated } from '../../../model/fact.ts';
import type { Arm, Direction, Subject } from '../../../model/trial.ts';
import type { Passage } from '../../passage.ts';
import { type GroupMention, groupMentionsIn } from '../group-mention.ts';
import { firstMatch, type Match } from '../match.ts';
import { CHANGE, COMPARATIVE, directionOf } from './direction.ts';
import { outcomeName } from './outcome-name.ts';
import { comparatorOf, impliedReference, namedReference, type Setting, treatedArm } from './statement.ts';

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

/** An improvement in *outcome* was observed in group A (values against B's). */
const OBSERVED_IN = regex(
  'dgi',
)`^ (?<outcome> [^;\(\)]*? \b (?<direction> ${CHANGE}) \b [^;\(\)]*? ) \s (was | were) \s ( also \s )? (observed | seen | noted | found | reported) \s (only \s)? in \s ( the \s )? (?= [^\(\)]{1,60} \( [^\(\)]* \s (vs\.? | versus | against) \s )`;

/** …, resulting in a shorter *outcome* (values): of the same two groups. */
const CONTINUED = regex(
  'dgi',
)`^ (a | an) \s ${DEGREE} (?<direction> ${COMPARATIVE}) \s (?<outcome> [^;\(\)]+? ) (?= \s \( )`;

/** What sets the group compared with, the group itself right behind it. */
const OTHER = regex('dgi')`\b ${AGAINST} \s ( in \s )? ( the \s | those \s in \s the \s )?`;

const SHORT_FORM_PEOPLE = /^\p{Lu}[\p{Lu}\d-]+ (?:patients|participants|subjects)\b/u;

/** The two groups of a comparison. */
export interface Sides {
  readonly exposure: Arm;
  readonly reference: Stated<Subject>;
  readonly other: Arm | undefined;
}

/** What a clause compares, as far as its grammar tells. */
export interface Compared extends Sides {
  readonly outcome: Fact<string>;
  /** The statistic that the outcome's words begin with: `Median time to …`. */
  readonly label: string | undefined;
  readonly direction: Stated<Direction>;
  /** Where the words of the comparison end. */
  readonly behind: number;
}

/** People called by a short form of no known group: in a trial of two arms, those who are not the comparator. */
const unknownPeople = (text: string, setting: Setting): Arm | undefined =>
  setting.arms.length === 2 && SHORT_FORM_PEOPLE.test(text) ? treatedArm(setting) : undefined;

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
  const exposure = armOf(mentions.find(exposureAt)) ?? unknownPeople(clause.text.slice(behind), setting);
  if (!exposure) return undefined;
  const other = firstMatch(clause.text.slice(behind).replace(/\(.*/s, ''), OTHER);
  if (other) {
    const named = armOf(mentions.find(({ from }) => from === behind + other.to));
    return named && { exposure, reference: namedReference(clause, named, setting), other: named };
  }
  const comparator = exposure === comparatorOf(setting) ? treatedArm(setting) : comparatorOf(setting);
  return { exposure, reference: impliedReference(comparator), other: comparator };
};

const comparedBy = (clause: Passage, match: Match, sides: Sides | undefined): Compared | undefined => {
  const [words, direction] = [match.part('outcome'), match.part('direction')];
  const label = /^(?<statistic>median|mean)\s+/i.exec(words?.text ?? '');
  const outcome = words && outcomeName(clause, words.from + (label?.[0].length ?? 0), words.to);
  return outcome && direction && sides
    ? {
        ...sides,
        outcome,
        label: label?.groups?.statistic,
        direction: clause.fact(direction.from, direction.to, directionOf(direction.text), 'normalised'),
        behind: match.to,
      }
    : undefined;
};

/** What a clause compares; `before` are the groups of the clause before, of which it may go on to speak. */
export const comparedIn = (
  clause: Passage,
  setting: Setting,
  before: Sides | undefined,
): Compared | undefined => {
  const outcomeFirst = firstMatch(clause.text, OUTCOME_FIRST) ?? firstMatch(clause.text, OBSERVED_IN);
  if (outcomeFirst) {
    const { to } = outcomeFirst;
    return comparedBy(
      clause,
      outcomeFirst,
      sidesOf(clause, ({ from }) => from === to, to, setting),
    );
  }
  const groupFirst = firstMatch(clause.text, GROUP_FIRST);
  const group = groupFirst?.part('group');
  if (groupFirst && group)
    return comparedBy(
      clause,
      groupFirst,
      sidesOf(clause, ({ to }) => to === group.to, groupFirst.to, setting),
    );
  const continued = firstMatch(clause.text, CONTINUED);
  return continued && comparedBy(clause, continued, before);
};

/** The other of a trial's two arms. */
const otherArm = (arm: Arm | undefined, { arms }: Setting): Arm | undefined =>
  arm && arms.length === 2 ? arms.find((one) => one !== arm) : undefined;

/** The two groups that words before two values name: `A 1.2 versus B 3.4`. */
export const labelledSides = (labels: readonly [string, string], setting: Setting): Sides | undefined => {
  const [first, second] = labels.map((label) => {
    const mention = groupMentionsIn(`${label} patients`, setting.names)[0];
    return setting.arms.find(({ key }) => key === mention?.key);
  });
  const [exposure, other] = [first ?? otherArm(second, setting), second ?? otherArm(first, setting)];
  return exposure && other && { exposure, reference: impliedReference(other), other };
};
