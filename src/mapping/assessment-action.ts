import type { PlanDefinitionAction, PlanDefinitionActionRelatedAction } from 'fhir/r5.js';
import { type Fact, type Stated, stated } from '../model/fact.ts';
import type { Arm, Assessment, TimePoint } from '../model/trial.ts';
import type { Context } from './context.ts';
import { asId, distinctBy, shortHash, slug } from './id.ts';
import { administrationLinkId, armLinkId } from './link-id.ts';
import { derived, verbatim } from './mark.ts';
import { duration } from './quantity.ts';
import { timeKey, timeText } from './time-point.ts';

interface Relation {
  readonly action: Pick<PlanDefinitionActionRelatedAction, 'targetId' | 'relationship'>;
  /** The numbers of doses it was counted with. */
  readonly counts: readonly Stated<number>[];
}

/**
 * The action in which an arm's n-th dose falls, counted over all its administrations; one without a stated number
 * is given once. A dose in the middle of a repeated administration is neither its start nor its end: no relation.
 */
const afterDose = (arm: Arm, n: number): readonly Relation[] => {
  let given = 0;
  for (const [at, { count }] of arm.administrations.entries()) {
    const first = given + 1;
    given += stated(count) ?? 1;
    if (n > given) continue;
    if (n < given && n > first) return [];
    const relationship = n === given ? 'after' : 'after-start';
    const counts = arm.administrations.slice(0, at + 1).map((administration) => administration.count);
    return [{ action: { targetId: administrationLinkId(arm, at), relationship }, counts }];
  }
  return [];
};

const START =
  /\b(start|beginning|initiation|onset|commencement)\b.*\b(treatment|therapy|intervention|infusion|administration)s?\b/i;
const TREATMENT = /^(the )?(treatment|therapy|intervention|infusion|injection|administration)s?$/i;

/** What a time counts from, as actions of the protocol; nothing where it counts from anything else. */
const relations = (arms: readonly Arm[], time: TimePoint): readonly Relation[] => {
  const to = (relationship: Relation['action']['relationship']): readonly Relation[] =>
    arms.map((arm) => ({ action: { targetId: armLinkId(arm), relationship }, counts: [] }));
  if (time.kind === 'baseline') return to('before');
  if (time.kind === 'during') return [];
  const { administration, event } = time;
  if (administration !== undefined) return arms.flatMap((arm) => afterDose(arm, administration));
  if (event === undefined) return [];
  if (START.test(event)) return to('after-start');
  return TREATMENT.test(event) ? to('after') : [];
};

const relatedActions = (
  context: Context,
  arms: readonly Arm[],
  time: Fact<TimePoint>,
): PlanDefinitionActionRelatedAction[] =>
  relations(arms, time.value).map(({ action, counts }) => ({
    ...context.on(derived(time, action), ...counts),
    ...action,
    ...(time.value.kind === 'after' && {
      offsetDuration: { ...context.on(time), ...duration(time.value.offset) },
    }),
  }));

/** A time as the source words it; one of a list (`days 0, 5 and 10`) for itself. */
const timeWords = (time: Fact<TimePoint>): Fact<string> =>
  time.value.kind === 'after' && time.value.event === undefined
    ? { ...time, value: timeText(time.value) }
    : verbatim(time);

/** When something is assessed, and what: `baseline: A, B`. */
export const assessmentText = ({ time, of }: Assessment): string =>
  `${timeText(time.value)}: ${of.map(({ value }) => value).join(', ')}`;

/** An assessment in the protocol, with an action for each thing that is assessed. */
export const assessmentAction = (
  context: Context,
  arms: readonly Arm[],
  { time, of }: Assessment,
): PlanDefinitionAction => {
  const when = slug(timeText(time.value)).slice(0, 20);
  const things = distinctBy(of, ({ value }) => value);
  const whole = [timeKey(time.value), ...things.map(({ value }) => value)];
  const linked = (name: string, ...key: readonly string[]): { id: string; linkId: string } => {
    const id = asId(`assessment-${name.slice(0, 40)}-${shortHash(JSON.stringify(key))}`);
    return { id, linkId: id };
  };
  const related = relatedActions(context, arms, time);
  return {
    ...linked(when, ...whole),
    title: `Assessment of ${things.map(({ value }) => value).join(', ')}`,
    ...context.primitive('description', timeWords(time)),
    ...(related.length > 0 && { relatedAction: related }),
    action: things.map((thing) => ({
      ...linked(`${when}-${slug(thing.value)}`, ...whole, 'of', thing.value),
      ...context.primitive('title', thing),
    })),
  };
};
