import type { Group, Reference } from 'fhir/r5.js';
import { narrative, paragraph } from '../fhir/narrative.ts';
import type { Stated } from '../model/fact.ts';
import { NOT_STATED, stated } from '../model/fact.ts';
import { observedNumber } from '../model/observed-number.ts';
import type { Arm, Subject } from '../model/trial.ts';
import { type Context, claims, subjectKey, subjectsOf } from './context.ts';
import { derived } from './mark.ts';
import { subjectText } from './result-text.ts';

/** In what respect people are counted together. */
type Counted = 'enrolled' | 'treated' | 'analysed' | 'observed';

interface People {
  readonly id: string;
  readonly name: string;
  /** Every place that says how many they are; without any, the Group has no count. */
  readonly counts: readonly Stated<number>[];
}

/** Whether a subject is people the source counts: not a treatment, nor nobody it names. */
const isCounted = ({ kind }: Subject): boolean => kind === 'arm' || kind === 'all';

/** The number analysed of all arms together, where each states its own and nobody is in two of them. */
const sumOfArms = (arms: readonly Arm[]): Stated<number> => {
  const counts = arms.map((arm) => arm.analysed).filter((count) => count !== NOT_STATED);
  const [first, ...others] = counts;
  const complete = counts.length === arms.length && arms.every((arm) => arm.membership === 'trial');
  if (first === undefined || others.length === 0 || !complete) return NOT_STATED;
  const spans = others.flatMap((count) => count.spans);
  const sum = counts.reduce((total, count) => total + count.value, 0);
  return { ...derived(first, sum), spans: [...first.spans, ...spans] };
};

/** How many of an arm were analysed: as stated; else it follows, where values of the arm are reported, from those in it. */
const analysedOfArm = ({ trial }: Context, arm: Arm): Stated<number> => {
  const valued = trial.results.some(
    (result) => result.kind === 'group' && result.subject.kind === 'arm' && result.subject.arm === arm.key,
  );
  return arm.analysed !== NOT_STATED || valued ? observedNumber(arm) : NOT_STATED;
};

const analysed = (context: Context, subject: Subject): Stated<number> => {
  if (subject.kind === 'arm') return analysedOfArm(context, context.arm(subject.arm));
  if (!isCounted(subject)) return NOT_STATED;
  const { trial } = context;
  return trial.analysed === NOT_STATED ? sumOfArms(trial.arms) : trial.analysed;
};

const people = (
  context: Context,
  counted: Counted,
  subject: Subject,
  counts: readonly Stated<number>[],
  apart: readonly string[] = [],
): People => {
  const name = `${subjectText(context, subject)}: ${counted}`;
  return { id: context.makeId(name, ['Group', counted, subjectKey(subject), ...apart]), name, counts };
};

const isOther = (count: Stated<number>, n: Stated<number>): boolean =>
  n !== NOT_STATED && (count === NOT_STATED || count.value !== n.value);

/** That arms were analysed is only said where the source says it; else it follows that they were looked at. */
const looked = ({ kind }: Subject, count: Stated<number>): Counted =>
  kind === 'arm' && count !== NOT_STATED && count.derivation === 'derived' ? 'observed' : 'analysed';

/**
 * Those a result looked at: all analysed of its subject, or a Group of their own where it counts others. The number
 * joins the id only to tell several such Groups apart, so that a corrected number is still the same Group.
 */
const observed = (context: Context, subject: Subject, n: Stated<number>): People => {
  const count = analysed(context, subject);
  const treated = subject.kind === 'arm' ? context.arm(subject.arm).treated : NOT_STATED;
  // A finding in words is about those who were treated, if no more is known of them.
  if (count === NOT_STATED && n === NOT_STATED && treated !== NOT_STATED)
    return people(context, 'treated', subject, [treated]);
  if (!isOther(count, n)) return people(context, looked(subject, count), subject, [count]);
  const others = subjects(context)
    .filter((one) => subjectKey(one.subject) === subjectKey(subject) && isOther(count, one.n))
    .map((one) => stated(one.n));
  const apart = new Set(others).size > 1 ? [String(stated(n))] : [];
  return people(context, 'analysed', subject, [n], ['in a result', ...apart]);
};

const reference = ({ id }: People): Reference => ({ reference: `Group/${id}` });

/** The Group a result was observed in; none for those who got a treatment that is no arm. */
export const observedGroup = (
  context: Context,
  subject: Subject,
  n: Stated<number> = NOT_STATED,
): Reference | undefined => (isCounted(subject) ? reference(observed(context, subject, n)) : undefined);

/** The Group of those enrolled in an arm, where the source says how many. */
export const enrolledGroup = (context: Context, arm: Arm): Reference | undefined =>
  arm.enrolled === NOT_STATED || arm.membership === 'external'
    ? undefined
    : reference(people(context, 'enrolled', { kind: 'arm', arm: arm.key }, [arm.enrolled]));

/** The Group of all people analysed, where how many they are is stated or a result is about them. */
export const populationGroup = (context: Context): Reference | undefined => {
  const everybody: Subject = { kind: 'all' };
  const known = analysed(context, everybody) !== NOT_STATED;
  const asked = subjects(context).some(({ subject }) => subject.kind === 'all');
  return known || asked ? observedGroup(context, everybody) : undefined;
};

const subjects = ({ trial }: Context): { subject: Subject; n: Stated<number> }[] =>
  trial.results.flatMap((result) => {
    const { exposure, reference } = subjectsOf(result);
    const n = result.kind === 'group' ? result.n : NOT_STATED;
    return [{ subject: exposure, n }, ...(reference ? [{ subject: reference, n }] : [])];
  });

const groupOf = (context: Context, { id, name }: People, counts: readonly Stated<number>[]): Group => {
  const count = counts.find((one) => one !== NOT_STATED);
  const text =
    count === undefined
      ? `${name}. The source does not state how many.`
      : `${name}, ${count.value} ${count.value === 1 ? 'person' : 'people'}.`;
  return {
    resourceType: 'Group',
    id,
    ...claims('trial-group'),
    ...narrative(paragraph(text)),
    type: 'person',
    membership: count === undefined ? 'definitional' : 'enumerated',
    name,
    ...(count !== undefined && { quantity: count.value, _quantity: context.on(...counts) }),
  };
};

const ofArms = (context: Context): readonly People[] =>
  context.trial.arms.flatMap((arm): People[] => {
    const subject: Subject = { kind: 'arm', arm: arm.key };
    return [
      ...(arm.treated === NOT_STATED ? [] : [people(context, 'treated', subject, [arm.treated])]),
      ...(arm.analysed === NOT_STATED ? [] : [observed(context, subject, NOT_STATED)]),
    ];
  });

const ofAll = (context: Context): readonly People[] =>
  populationGroup(context) === undefined ? [] : [observed(context, { kind: 'all' }, NOT_STATED)];

/** The Groups whose numbers treated and analysed the source states for the trial and its arms. */
export const countedGroups = (context: Context): readonly Reference[] =>
  [...ofAll(context), ...ofArms(context)].map(reference);

/** The people of a trial, counted: https://hl7.org/fhir/R5/group.html */
export const groups = (context: Context): readonly Group[] => {
  const enrolled = context.trial.arms
    .filter((arm) => enrolledGroup(context, arm) !== undefined)
    .map((arm) => people(context, 'enrolled', { kind: 'arm', arm: arm.key }, [arm.enrolled]));
  const ofResults = subjects(context)
    .filter(({ subject }) => isCounted(subject))
    .map(({ subject, n }) => observed(context, subject, n));
  const all = [...ofAll(context), ...enrolled, ...ofArms(context), ...ofResults];
  return [...Map.groupBy(all, ({ id }) => id).values()].map((same) =>
    groupOf(
      context,
      same[0]!,
      same.flatMap(({ counts }) => counts),
    ),
  );
};
