import { NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { Arm, Subject } from '../../../model/trial.ts';
import type { Passage } from '../../passage.ts';
import { depths } from '../brackets.ts';
import { type GroupMention, groupMentionsIn } from '../group-mention.ts';
import type { Part } from '../match.ts';
import type { Claim } from './claim.ts';
import { armSubject, comparatorOf, impliedReference, type Setting, treatedArm } from './statement.ts';

/** The arms that a clause mentions outside brackets, with their places. */
export interface Mentioned {
  readonly arm: Arm;
  readonly mention: GroupMention;
  /** Another is set against it: `than in A`, `compared with A`. */
  readonly isReference: boolean;
}

const AGAINST =
  /\b(?:than|versus|vs\.?|compared (?:to|with)|relative to|over|(?:in )?comparison (?:to|with)|from those|superior to|inferior to|to)\s+(?:(?:in|with|for|after|on|of|by|the|those|that|patients|participants|subjects|receiving|who|received|treated|women|men|children|groups?)\s+){0,6}$/i;

/** The arms that a clause mentions outside brackets, in order. */
export const mentionedArms = (clause: Passage, setting: Setting): readonly Mentioned[] => {
  const open = depths(clause.text);
  return groupMentionsIn(clause.text, setting.names).flatMap((mention) => {
    const arm = setting.arms.find(({ key }) => key === mention.key);
    return arm && open[mention.from] === 0
      ? [{ arm, mention, isReference: AGAINST.test(clause.text.slice(0, mention.from)) }]
      : [];
  });
};

const holds = (part: Part, { mention }: Mentioned): boolean =>
  mention.from >= part.from && mention.to <= part.to;

/** Both groups of a claim, as far as the clause tells. */
export interface ClaimSides {
  readonly subject: Subject;
  readonly reference: Stated<Subject>;
}

const EVERYBODY =
  /\b(?:both|all|each|either|the (?:two|three|four)|within) (?:treatment |study )?(?:groups|arms)\b|\ball (?:patients|participants|subjects)\b/i;
const BETWEEN =
  /\b(?:between|among|across|differ(?:ed|ence|ences)?|similar|comparable|superior|than|compared)\b/i;

const otherOf = (arm: Arm, setting: Setting): Arm | undefined => {
  const others = setting.arms.filter((one) => one !== arm);
  const comparator = comparatorOf(setting);
  if (others.length === 1) return others[0];
  return comparator === arm ? undefined : comparator;
};

const referenceAt = (clause: Passage, { arm, mention }: Mentioned): Stated<Subject> =>
  clause.fact(mention.from, mention.to, armSubject(arm), 'normalised');

/** The group that a statement leaves out: `lower in A than in B`, *but not C*. */
export const exceptedFrom = (
  clause: Passage,
  { reference }: ClaimSides,
  mentioned: readonly Mentioned[],
): Stated<Subject> => {
  const excepted = mentioned.find(({ mention }) =>
    /,?\sbut not\s(?:(?:to|with|than|in|the)\s)*$/.test(clause.text.slice(0, mention.from)),
  );
  return excepted && reference !== NOT_STATED ? referenceAt(clause, excepted) : NOT_STATED;
};

/** Which group a claim is about, and which it is set against: by its grammar, else as the trial's arms imply. */
export const sidesOf = (
  clause: Passage,
  claim: Claim,
  mentioned: readonly Mentioned[],
  setting: Setting,
): ClaimSides => {
  const { group, cue } = claim;
  const named = group && mentioned.find((one) => holds(group, one));
  const candidates = mentioned.filter(({ isReference }) => !isReference);
  const behind = candidates.find(({ mention }) => mention.from >= cue.to);
  const before = candidates.findLast(({ mention }) => mention.to <= cue.from);
  const exposure =
    named ?? (claim.direction === 'no-significant-difference' ? candidates[0] : (behind ?? before));
  const reference =
    mentioned.find((one) => one.isReference && one.arm !== exposure?.arm) ??
    (exposure && candidates.find((one) => one.arm !== exposure.arm && BETWEEN.test(clause.text)));
  if (exposure && reference)
    return { subject: armSubject(exposure.arm), reference: referenceAt(clause, reference) };
  if (exposure) {
    const other = otherOf(exposure.arm, setting);
    return { subject: armSubject(exposure.arm), reference: impliedReference(other) };
  }
  if (reference) {
    const other = otherOf(reference.arm, setting);
    return {
      subject: other ? armSubject(other) : { kind: 'unspecified' },
      reference: referenceAt(clause, reference),
    };
  }
  if (
    claim.direction !== 'no-significant-difference' ||
    EVERYBODY.test(clause.text.replace(/\bbetween\b.*/i, ''))
  )
    return {
      subject: EVERYBODY.test(clause.text) ? { kind: 'all' } : { kind: 'unspecified' },
      reference: NOT_STATED,
    };
  const treated = treatedArm(setting) ?? (setting.arms.length === 2 ? setting.arms[0] : undefined);
  return treated && BETWEEN.test(clause.text)
    ? { subject: armSubject(treated), reference: impliedReference(otherOf(treated, setting)) }
    : { subject: { kind: /\bchanges?\b/i.test(cue.text) ? 'unspecified' : 'all' }, reference: NOT_STATED };
};
