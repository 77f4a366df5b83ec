import { type Fact, NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { Arm, Domain, Result, Subject } from '../../../model/trial.ts';
import { type GroupNames, groupMentionsIn } from '../group-mention.ts';
import { keyOf } from '../key.ts';

/** What a rule found: an outcome, and results about it. */
export interface Statement {
  readonly outcome: Fact<string>;
  readonly domain: Domain;
  /** What the outcome was to the trial, where the statement says so. */
  readonly role?: Fact<'primary' | 'secondary'>;
  readonly results: readonly Result[];
}

/** What the rest of the document tells a rule that reads one sentence. */
export interface Setting {
  /** The document's, which may name the trial. */
  readonly title: string;
  readonly arms: readonly Arm[];
  /** What the document calls them by. */
  readonly names: GroupNames;
  /** How many all groups together are. */
  readonly analysed: Stated<number>;
  /** How groups were compared, in the document's words. */
  readonly test: Stated<string>;
}

/** An outcome's natural key: the same words mean another thing at entry or as an adverse event. */
export const outcomeKey = (name: string, domain: Domain): string =>
  domain === 'effect' ? keyOf(name) : `${domain}-${keyOf(name)}`;

/** An arm as a subject. */
export const armSubject = (arm: Arm): Subject => ({ kind: 'arm', arm: arm.key });

/** The arms a text mentions, each once, in order. */
export const armsIn = (text: string, setting: Setting): readonly Arm[] => [
  ...new Set(
    groupMentionsIn(text, setting.names).flatMap(
      ({ key }) => setting.arms.find((arm) => arm.key === key) ?? [],
    ),
  ),
];

const isComparator = (arm: Arm): boolean =>
  arm.membership === 'external' ||
  (arm.role !== NOT_STATED && ['control', 'placebo-comparator', 'no-intervention'].includes(arm.role.value));

/** The one arm that others are compared with, if the trial has one. */
export const comparatorOf = (setting: Setting): Arm | undefined => {
  const [only, ...more] = setting.arms.filter(isComparator);
  return more.length === 0 ? only : undefined;
};

/** The one arm whose treatment is on trial, if there is one. */
export const treatedArm = (setting: Setting): Arm | undefined => {
  const [only, ...more] = setting.arms.filter((arm) => !isComparator(arm));
  return more.length === 0 ? only : undefined;
};

/** Whom a sentence calls *the patients* without naming a group: the trial's only arm, else everybody. */
export const patientsOf = ({ arms }: Setting): Arm | undefined => {
  const [only, ...more] = arms.filter(({ membership }) => membership === 'trial');
  return more.length === 0 ? only : undefined;
};

/** An arm as the reference of a comparison that the sentence leaves unsaid. */
export const impliedReference = (arm: Arm | undefined): Stated<Subject> =>
  arm ? { ...arm.name, value: armSubject(arm), derivation: 'derived' } : NOT_STATED;
