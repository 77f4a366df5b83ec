import { NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { Arm, Subject } from '../../../model/trial.ts';
import type { Passage } from '../../passage.ts';
import { type GroupMention, groupMentionsIn } from '../group-mention.ts';
import { matches, type Part } from '../match.ts';
import type { EstimateStatistic } from '../statistic/statistic.ts';
import type { ClaimSides } from './claim-sides.ts';
import { armSubject, comparatorOf, impliedReference, type Setting } from './statement.ts';

interface Mentioned {
  readonly arm: Arm;
  readonly mention: GroupMention;
}

const NAME = '(?!the\\b|an?\\b|in\\b|respect\\b|regard\\b|\\d)[^,;:.()]{2,60}?';
const NAME_ENDS = '(?=\\s?[,;:()]|\\.?$|\\.\\s|\\s(?:at|in|after|for|was|were|of|and)\\b)';

/** `with A versus B`, `comparing A with B`. */
const TWO_TREATMENTS = new RegExp(
  `\\b(?:(?:with|for|favou?ring|receiving) (?<first>${NAME}) (?:versus|vs\\.?|compared (?:with|to)|over|than with|than)|comparing (?<compared>${NAME}) (?:with|to|and|versus|vs\\.?)) (?<second>${NAME})${NAME_ENDS}`,
  'dg',
);
const ONE_TREATMENT = new RegExp(
  `\\bwith (?<first>${NAME})(?=${NAME_ENDS.slice(3, -1)}|\\s(?:than|versus|vs)\\b)`,
  'dg',
);

/** Treatments that a sentence names and that are no known arm's: those it compares, or the one it is about. */
const treatmentsIn = (sentence: Passage): ClaimSides | undefined => {
  const two = matches(sentence.text, TWO_TREATMENTS).at(-1);
  const single = matches(sentence.text, ONE_TREATMENT).flatMap((match) => match.part('first') ?? []);
  const [first, second] = two
    ? [two.part('first') ?? two.part('compared'), two.part('second')]
    : [single[0], single[1]];
  if (!first) return undefined;
  const named = (part: Part): Subject => ({
    kind: 'treatment',
    name: sentence.fact(part.from, part.to, part.text),
  });
  return {
    subject: named(first),
    reference: second ? sentence.fact(second.from, second.to, named(second), 'normalised') : NOT_STATED,
  };
};

const referenceAt = (sentence: Passage, { arm, mention }: Mentioned): Stated<Subject> =>
  sentence.fact(mention.from, mention.to, armSubject(arm), 'normalised');

const armsMentioned = (sentence: Passage, setting: Setting): readonly Mentioned[] =>
  groupMentionsIn(sentence.text, setting.names).flatMap((mention) => {
    const arm = setting.arms.find(({ key }) => key === mention.key);
    return arm ? [{ arm, mention }] : [];
  });

/** The other arm of two, or the one all others are compared with. */
const otherArm = (arm: Arm, setting: Setting): Arm | undefined => {
  const comparator = comparatorOf(setting);
  if (comparator && comparator !== arm) return comparator;
  return setting.arms.length === 2 ? setting.arms.find((one) => one !== arm) : undefined;
};

/**
 * Which group's estimate it is, and against which: the two that its own words set against each other, the one whose
 * bracket it stands in, else the first that the sentence names against the trial's comparator.
 */
export const effectSides = (
  sentence: Passage,
  estimate: EstimateStatistic,
  several: boolean,
  setting: Setting,
): ClaimSides => {
  const mentioned = armsMentioned(sentence, setting);
  const comparator = comparatorOf(setting);
  const against = (first: Mentioned, others: readonly Mentioned[]): ClaimSides => {
    const second = others.find(({ arm }) => arm !== first.arm);
    return {
      subject: armSubject(first.arm),
      reference: second ? referenceAt(sentence, second) : impliedReference(otherArm(first.arm, setting)),
    };
  };
  const named = mentioned.filter(
    ({ mention }) => mention.from >= estimate.name.to && mention.to <= estimate.to,
  );
  if (named[0] && named[0].arm !== comparator) return against(named[0], named.slice(1));
  const bracketed = mentioned.findLast(({ mention }) => mention.to <= estimate.from);
  if (
    several &&
    bracketed &&
    bracketed.arm !== comparator &&
    /^\s*[([]\s*$/.test(sentence.text.slice(bracketed.mention.to, estimate.from))
  )
    return { subject: armSubject(bracketed.arm), reference: impliedReference(comparator) };
  const first = mentioned.find(({ arm }) => arm !== comparator);
  if (first) {
    const references = mentioned.filter(({ arm }) => arm === comparator);
    return against(first, references.length > 0 ? references : mentioned);
  }
  const [only] = mentioned;
  const other = only && otherArm(only.arm, setting);
  if (only && other) return { subject: armSubject(other), reference: referenceAt(sentence, only) };
  return treatmentsIn(sentence) ?? impliedSides(setting);
};

/** The sides of a comparison that names none: a trial of one treated arm and one comparator has no others. */
const impliedSides = (setting: Setting): ClaimSides => {
  const comparator = comparatorOf(setting);
  const [treated, ...more] = setting.arms.filter((arm) => arm !== comparator);
  return treated && comparator && more.length === 0
    ? { subject: armSubject(treated), reference: impliedReference(comparator) }
    : { subject: { kind: 'unspecified' }, reference: NOT_STATED };
};
