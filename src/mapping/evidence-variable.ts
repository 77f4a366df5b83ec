import type { EvidenceVariable, EvidenceVariableCharacteristicTimeFromEvent, Reference } from 'fhir/r5.js';
import { CANONICAL } from '../fhir/canonical.ts';
import { heading, list, type Markup, narrative, paragraph, section } from '../fhir/narrative.ts';
import { type Fact, NOT_STATED, type Stated, stated } from '../model/fact.ts';
import type { Arm, MeasureType, Outcome, Result, Subject, TimePoint } from '../model/trial.ts';
import { type Context, claims, subjectKey, subjectsOf } from './context.ts';
import { filled } from './filled.ts';
import { derived, type Marks, normalised } from './mark.ts';
import { duration } from './quantity.ts';
import { outcomeText } from './result-text.ts';
import { timeKey, timeText } from './time-point.ts';

const reference = (id: string): Reference => ({ reference: `EvidenceVariable/${id}` });

/** A variable of a trial, under the id that it is referred to by. */
export const trialVariable = (
  { reference: target = '' }: Reference,
  text: readonly Markup[],
  content: Omit<EvidenceVariable, 'resourceType' | 'id' | 'status'>,
): EvidenceVariable => {
  const id = target.replace('EvidenceVariable/', '');
  return {
    resourceType: 'EvidenceVariable',
    id,
    ...claims('trial-variable'),
    ...narrative(...text),
    url: `${CANONICAL}/EvidenceVariable/${id}`,
    status: 'active',
    ...content,
  };
};

const exposureId = (context: Context, subject: Extract<Subject, { kind: 'arm' | 'treatment' }>): string => {
  const name = subject.kind === 'arm' ? context.arm(subject.arm).name.value : subject.name.value;
  return context.makeId(name, ['EvidenceVariable', 'exposure', subjectKey(subject)]);
};

/** What a subject is exposed to; none for everybody, nor for nobody named. */
export const exposureVariable = (context: Context, subject: Subject): Reference | undefined =>
  subject.kind === 'arm' || subject.kind === 'treatment'
    ? reference(exposureId(context, subject))
    : undefined;

/** What those in an arm are exposed to: what they are given, each thing as a characteristic. */
export const armExposure = (
  context: Marks,
  variable: Reference,
  { name, description }: Pick<Arm, 'name' | 'description'>,
  given: readonly Fact<string>[],
): EvidenceVariable => {
  const words = stated(description);
  return trialVariable(
    variable,
    [
      heading(name.value),
      ...(words === undefined ? [] : [paragraph(words)]),
      ...list(given.map(({ value }) => value)),
    ],
    {
      ...context.primitive('title', name),
      ...context.primitive('description', description),
      actual: false,
      ...filled(
        'characteristic',
        given.map((one) => context.primitive('description', one)),
      ),
    },
  );
};

const namedTreatments = ({ trial }: Context): Extract<Subject, { kind: 'treatment' }>[] =>
  trial.results
    .map(subjectsOf)
    .flatMap(({ exposure, reference }) => [exposure, reference])
    .filter((subject) => subject?.kind === 'treatment');

const treatmentExposures = (context: Context): readonly EvidenceVariable[] =>
  [...Map.groupBy(namedTreatments(context), subjectKey).values()].map((same) => {
    const [subject] = same;
    const { value } = subject!.name;
    return trialVariable(reference(exposureId(context, subject!)), [heading(value)], {
      title: value,
      _title: context.on(...same.map(({ name }) => name)),
      actual: false,
    });
  });

/** An outcome at a time, with the results that are about it. */
interface Measured {
  readonly outcome: Outcome;
  readonly time: TimePoint | undefined;
  readonly results: readonly Result[];
}

/** Every outcome with each of the times its results name; once without a time where it has none. */
export const measuredOutcomes = ({ trial }: Context): readonly Measured[] =>
  trial.outcomes.flatMap((outcome) => {
    const results = trial.results.filter((result) => result.outcome === outcome.key);
    if (results.length === 0) return [{ outcome, time: undefined, results }];
    const byTime = Map.groupBy(results, (result) => timeKey(stated(result.timePoint)));
    return [...byTime.values()].map((same) => ({ outcome, time: stated(same[0]!.timePoint), results: same }));
  });

const outcomeId = (context: Context, outcome: Outcome, time: TimePoint | undefined): string =>
  context.makeId([outcome.key, ...(time === undefined ? [] : [timeText(time)])].join(' '), [
    'EvidenceVariable',
    'outcome',
    outcome.key,
    timeKey(time),
  ]);

/** The variable of an outcome at a time. */
export const outcomeVariable = (
  context: Context,
  { outcome, timePoint }: Pick<Result, 'outcome' | 'timePoint'>,
): Reference => reference(outcomeId(context, context.outcome(outcome), stated(timePoint)));

const HANDLING: Readonly<Record<MeasureType, 'dichotomous' | 'continuous' | undefined>> = {
  descriptive: undefined,
  count: 'dichotomous',
  proportion: 'dichotomous',
  mean: 'continuous',
  median: 'continuous',
};

/** How a variable is handled, where the measures reported of it agree. */
const handling = (context: Context, { results }: Measured): Partial<EvidenceVariable> => {
  const measures = results.flatMap((result) => (result.kind === 'group' ? result.measures : []));
  const kinds = new Set(measures.map(({ type }) => HANDLING[type]));
  const [kind] = kinds;
  if (kind === undefined || kinds.size > 1) return {};
  return { handling: kind, _handling: context.on(...measures.map(({ value }) => derived(value, kind))) };
};

const timeFromEvent = (
  context: Context,
  time: TimePoint,
  facts: readonly Stated<TimePoint>[],
): EvidenceVariableCharacteristicTimeFromEvent => {
  const description = timeText(time);
  if (time.kind !== 'after') return { description, _description: context.on(...facts.map(normalised)) };
  return {
    description,
    ...(time.event !== undefined && { eventCodeableConcept: { text: time.event } }),
    quantity: { ...context.on(...facts), ...duration(time.offset) },
  };
};

const outcomeVariableOf = (context: Context, measured: Measured): EvidenceVariable => {
  const { outcome, time, results } = measured;
  const times = results.map((result) => result.timePoint);
  const title = outcomeText(context, { outcome: outcome.key, timePoint: times[0] ?? NOT_STATED });
  return trialVariable(reference(outcomeId(context, outcome, time)), [heading(title)], {
    title,
    characteristic: [
      {
        ...context.primitive('description', outcome.name),
        ...(time !== undefined && { timeFromEvent: [timeFromEvent(context, time, times)] }),
      },
    ],
    ...handling(context, measured),
  });
};

const eligibilityId = ({ makeId }: Context): string =>
  makeId('eligibility', ['EvidenceVariable', 'eligibility']);

/** Who may take part, where the source says so. */
export const eligibilityVariable = (context: Context): Reference | undefined =>
  context.trial.eligibility.length === 0 ? undefined : reference(eligibilityId(context));

const eligibility = (context: Context): EvidenceVariable => {
  const criteria = context.trial.eligibility;
  const texts = (exclude: boolean): readonly Markup[] =>
    list(criteria.filter((criterion) => criterion.exclude === exclude).map(({ text }) => text.value));
  return trialVariable(
    reference(eligibilityId(context)),
    [
      heading('Eligibility'),
      ...section('Inclusion criteria', texts(false)),
      ...section('Exclusion criteria', texts(true)),
    ],
    {
      title: 'Eligibility',
      actual: false,
      characteristic: criteria.map(({ text, exclude }) => ({
        ...context.primitive('description', text),
        exclude,
      })),
    },
  );
};

/** A trial's variables (https://hl7.org/fhir/R5/evidencevariable.html): exposures, outcomes at their times, eligibility. */
export const evidenceVariables = (context: Context): readonly EvidenceVariable[] => [
  ...context.trial.arms.map((arm) =>
    armExposure(
      context,
      reference(exposureId(context, { kind: 'arm', arm: arm.key })),
      arm,
      arm.administrations.map(({ text }) => text),
    ),
  ),
  ...treatmentExposures(context),
  ...measuredOutcomes(context).map((measured) => outcomeVariableOf(context, measured)),
  ...(eligibilityVariable(context) ? [eligibility(context)] : []),
];
