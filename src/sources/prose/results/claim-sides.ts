import { regex } from 'regex';
import { NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { Arm, Subject } from '../../../model/trial.ts';
import type { Passage } from '../../passage.ts';
import { depths } from '../brackets.ts';
import { groupMentionsIn } from '../group-mention.ts';
import { keyOf } from '../key.ts';
import { matches, type Part } from '../match.ts';
import { PEOPLE } from '../people.ts';
import { remembered } from '../remembered.ts';
import { type Claim, claimsIn } from './claim.ts';
import { SEEN } from './claim-parts.ts';
import { CHANGE } from './cue.ts';
import { masked } from './masked.ts';
import { armSubject, comparatorOf, impliedReference, type Setting, treatedArm } from './statement.ts';

/** A group that a clause mentions outside brackets, with its place. */
export interface Mentioned {
  readonly subject: Subject;
  /** The same for all mentions of one group. */
  readonly key: string;
  readonly mention: Part;
  /** Another is set against it: `than in A`, `compared with A`. */
  readonly isReference: boolean;
}

const AGAINST =
  /\b(?:than|versus|vs\.?|compared (?:to|with)|relative to|over|(?:in )?comparison (?:to|with)|from those|superior to|inferior to|to)\s+(?:(?:in|with|for|after|on|of|by|the|those|that|patients|participants|subjects|receiving|who|received|treated|women|men|children|groups?)\s+){0,6}$|\b(?:than|versus|vs\.?|compared (?:to|with)|relative to)\s+(?:(?!baseline|pre|values?|before|initial|start|expected|half|twice|two|three|one|\d)[\w'’-]+\s+){0,4}$/i;

/** The arms that a clause mentions outside brackets, in order. */
const mentionedArms = (clause: Passage, setting: Setting): readonly Mentioned[] => {
  const open = depths(clause.text);
  return groupMentionsIn(clause.text, setting.names).flatMap((mention) => {
    const arm = setting.arms.find(({ key }) => key === mention.key);
    return arm && open[mention.from] === 0
      ? [
          {
            subject: armSubject(arm),
            key: arm.key,
            mention,
            isReference: AGAINST.test(clause.text.slice(0, mention.from)),
          },
        ]
      : [];
  });
};

/** People who are told by what they get: `infants subjected to delayed clamping`. */
const GETTING = regex(
  'dgi',
)`${PEOPLE} \s ( who\ (had\ )? )? ( received | receiving | treated\ with | given | assigned\ to | allocated\ to | randomi[sz]ed\ to | taking | undergoing | underwent | subjected\ to | exposed\ to | using ) \s ( (the | a | an | only | either) \s )* (?<name> (?! (treatment | therapy | care | surgery | both | all | any) \b \s? (was | had | in | $) ) [\p{L}\d][^\s,;:.\(\)]* ( \s (?! (was | were | is | are | had | has | have | did | do | showed | reported | experienced | scored | demonstrated | achieved | developed | required | needed | gained | lost | than | compared | versus | vs | in | at | after | for | during | on | who | but | while | when | as | by | from | over) \b ) [^\s,;:.\(\)]+ ){0,5} )`;

/** Words of groups that are no treatments'. */
const NO_TREATMENT =
  /^(?:intention|intent|per|safety|entire|whole|total|overall|analysis|high(?:er)?|low(?:er)?|older|younger|ages?|risk|sub|significant|different|respective)\b/i;

/** The groups that a clause mentions outside brackets: the arms, and others by the names it gives them. */
const mentionedGroups = (clause: Passage, setting: Setting): readonly Mentioned[] => {
  const { text } = clause;
  const arms = mentionedArms(clause, setting);
  const open = depths(text);
  const named = groupMentionsIn(text, setting.names)
    .filter((mention) => mention.named && text[mention.to] !== '-')
    .map((mention) => ({ name: mention, begins: mention.from }));
  const getting = matches(text, GETTING).flatMap((match) => {
    const name = match.part('name');
    return name ? [{ name, begins: match.from }] : [];
  });
  const others: Mentioned[] = [];
  for (const { name: part, begins } of [...named, ...getting]) {
    const { from, to } = part;
    const name = text.slice(from, to);
    const isKnown = [...arms, ...others].some(({ mention }) => mention.from < to && from < mention.to);
    if (isKnown || open[from] !== 0 || NO_TREATMENT.test(name)) continue;
    others.push({
      subject: { kind: 'treatment', name: clause.fact(from, to, name) },
      key: keyOf(name),
      mention: part,
      isReference: AGAINST.test(text.slice(0, begins)),
    });
  }
  return [...arms, ...others].toSorted((a, b) => a.mention.from - b.mention.from);
};

/** A clause with its groups hidden, and those groups. */
export const maskedGroups = remembered((clause: Passage, setting: Setting) => {
  const mentioned = mentionedGroups(clause, setting);
  const hidden = mentioned.map(({ mention }) => mention);
  return { mentioned, text: masked(clause.text, hidden) };
});

/** What a clause says of outcomes by its grammar, its groups hidden. */
export const claimsOf = remembered((clause: Passage, setting: Setting) =>
  claimsIn(maskedGroups(clause, setting).text),
);

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

/** A change that was seen in one group, or went with it, is none against another unless that is said. */
const CHANGE_NOUN = new RegExp(`^${CHANGE.source}$`, 'iv');
const WAS_SEEN = new RegExp(`${SEEN.source}|\\bassociated with\\b`, 'iv');

const COMPARES = /er$|^(?:more|less|superior|inferior)/i;

/** A group against itself. */
const FROM_BASELINE =
  /\b(?:compared (?:to|with)|versus|vs\.?|relative to|over|from) (?:(?:the|their|its) )?(?:baseline|pre-?\w+|before|initial|starting)\b/i;

/** The arm that one is compared with where only it is named. */
const otherOf = (key: string, setting: Setting): Arm | undefined => {
  const others = setting.arms.filter((one) => one.key !== key);
  if (others.length === setting.arms.length) return undefined;
  const comparator = comparatorOf(setting);
  if (others.length === 1) return others[0];
  return comparator?.key === key ? undefined : comparator;
};

const referenceAt = (clause: Passage, { subject, mention }: Mentioned): Stated<Subject> =>
  clause.fact(mention.from, mention.to, subject, 'normalised');

/** The group that a statement of a significant difference leaves out: `significantly lower in A than in B`, *but not C*. */
export const exceptedFrom = (
  clause: Passage,
  { reference }: ClaimSides,
  mentioned: readonly Mentioned[],
): Stated<Subject> => {
  const excepted = mentioned.find(({ mention }) =>
    /,?\sbut not\s(?:(?:to|with|than|in|the)\s)*$/.test(clause.text.slice(0, mention.from)),
  );
  const isSignificance = /\bsignifican(?:t|tly|ce)\b/i.test(clause.text);
  return excepted && isSignificance && reference !== NOT_STATED ? referenceAt(clause, excepted) : NOT_STATED;
};

/** Whether a clause says one thing of two groups: `A and B both`, `both A and B`. */
const isOfBoth = (clause: Passage, mentioned: readonly Mentioned[]): boolean => {
  const [first, second, ...more] = mentioned;
  if (!first || !second || more.length > 0 || second.isReference) return false;
  const between = clause.text.slice(first.mention.to, second.mention.from);
  const around = `${clause.text.slice(0, first.mention.from)}|${clause.text.slice(second.mention.to)}`;
  return (
    /^\s(?:groups?\s)?and\s(?:the\s)?$/.test(between) &&
    /\bboth\s(?:the\s)?\||\|\s(?:groups?\s)?both\b/.test(around)
  );
};

/** Which group a claim is about, and which it is set against: by its grammar, else as the trial's arms imply. */
export const sidesOf = (
  clause: Passage,
  claim: Claim,
  mentioned: readonly Mentioned[],
  setting: Setting,
): ClaimSides => {
  const { group, by, cue } = claim;
  if (by)
    return {
      subject: { kind: 'treatment', name: clause.fact(by.from, by.to, by.text) },
      reference: NOT_STATED,
    };
  const named = group && mentioned.find((one) => holds(group, one));
  const candidates = mentioned.filter(({ isReference }) => !isReference);
  const behind = candidates.find(({ mention }) => mention.from >= cue.to);
  const before = candidates.findLast(({ mention }) => mention.to <= cue.from);
  if (isOfBoth(clause, mentioned) && claim.direction !== 'no-significant-difference')
    return { subject: { kind: 'all' }, reference: NOT_STATED };
  const exposure =
    named ?? (claim.direction === 'no-significant-difference' ? candidates[0] : (behind ?? before));
  const reference =
    mentioned.find((one) => one.isReference && one.key !== exposure?.key) ??
    (exposure && candidates.find((one) => one.key !== exposure.key && BETWEEN.test(clause.text)));
  if (exposure && reference) return { subject: exposure.subject, reference: referenceAt(clause, reference) };
  if (exposure) {
    const isSeen = CHANGE_NOUN.test(cue.text) && WAS_SEEN.test(clause.text) && !BETWEEN.test(clause.text);
    const isWithin = isSeen || (FROM_BASELINE.test(clause.text) && !COMPARES.test(cue.text));
    const other = isWithin ? undefined : otherOf(exposure.key, setting);
    // What is said of one group and then of the other sets none against the other.
    if (candidates.some(({ key }) => key === other?.key))
      return { subject: exposure.subject, reference: NOT_STATED };
    return { subject: exposure.subject, reference: impliedReference(other) };
  }
  if (reference) {
    const other = otherOf(reference.key, setting);
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
    ? { subject: armSubject(treated), reference: impliedReference(otherOf(treated.key, setting)) }
    : { subject: { kind: /\bchanges?\b/i.test(cue.text) ? 'unspecified' : 'all' }, reference: NOT_STATED };
};
