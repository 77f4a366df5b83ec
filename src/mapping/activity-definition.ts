import type { ActivityDefinition, Dosage, Extension, Quantity, Timing } from 'fhir/r5.js';
import { CANONICAL, structureDefinition } from '../fhir/canonical.ts';
import { exact } from '../fhir/content.ts';
import { heading, narrative, paragraph, table } from '../fhir/narrative.ts';
import { type Fact, NOT_STATED, type Stated, stated } from '../model/fact.ts';
import type { Administration, Arm, Dose } from '../model/trial.ts';
import { type Context, claims, valuesOf } from './context.ts';
import { distinctKeys } from './id.ts';
import { absent, type Marks, valued, verbatim } from './mark.ts';
import { duration, durationText, unitOf } from './quantity.ts';

const ids = (context: Context, arm: Arm): Map<Administration, string> => {
  const keys = distinctKeys(arm.administrations, [
    ({ agent }) => agent.value,
    ({ text }) => text.value,
    valuesOf,
  ]);
  return new Map(
    [...keys].map(([administration, key]) => [
      administration,
      context.makeId(`${arm.key} ${administration.agent.value}`, ['ActivityDefinition', arm.key, key]),
    ]),
  );
};

const canonical = (id: string): string => `${CANONICAL}/ActivityDefinition/${id}`;

/** The definitions of an arm's administrations, in the order in which they are given. */
export const administrationCanonicals = (context: Context, arm: Arm): readonly string[] => {
  const byAdministration = ids(context, arm);
  return arm.administrations.map((administration) => canonical(byAdministration.get(administration) ?? ''));
};

const agentSource = (context: Context, source: Stated<string>): { extension?: Extension[] } =>
  source === NOT_STATED
    ? {}
    : {
        extension: [
          {
            url: structureDefinition('agent-source'),
            valueCodeableConcept: { ...context.on(source), text: source.value },
          },
        ],
      };

const worded = (context: Marks, fact: Fact<string>) => ({ ...context.on(fact), text: fact.value });

const timing = (
  context: Marks,
  { count, interval, frequency = NOT_STATED, duration: lasts = NOT_STATED, cycle }: Administration,
): { timing?: Timing } => {
  const isTimed = count !== NOT_STATED || interval !== NOT_STATED || lasts !== NOT_STATED;
  if (!isTimed && cycle === undefined) return {};
  return {
    timing: {
      ...(isTimed && {
        repeat: {
          ...(lasts !== NOT_STATED && { boundsDuration: { ...context.on(lasts), ...duration(lasts.value) } }),
          ...context.primitive('count', count),
          ...(interval !== NOT_STATED && { frequency: 1 }),
          ...context.primitive('frequency', frequency),
          ...context.primitive(
            'period',
            valued(interval, ({ value }) => exact(value)),
          ),
          ...(interval !== NOT_STATED && { periodUnit: interval.value.unit }),
        },
      }),
      ...(cycle && { code: worded(context, cycle.words) }),
    },
  };
};

/** How a course is repeated: https://hl7.org/fhir/R5/plandefinition-definitions.html#PlanDefinition.action.timing_x_ */
export const cycleTiming = (context: Marks, { cycle }: Administration): { timingTiming?: Timing } =>
  cycle === undefined || cycle.length === NOT_STATED
    ? {}
    : {
        timingTiming: {
          repeat: {
            ...context.primitive('count', cycle.count),
            frequency: 1,
            ...context.primitive(
              'period',
              valued(cycle.length, ({ value }) => exact(value)),
            ),
            periodUnit: cycle.length.value.unit,
          },
        },
      };

const doseQuantity = (context: Marks, dose: Fact<Dose>): Quantity => {
  const { value, unit } = dose.value;
  return {
    ...context.on(dose),
    ...(value === undefined ? { _value: absent('unknown') } : { value: exact(value) }),
    ...unitOf(unit),
  };
};

/** How much is given, how and how often, as far as it is stated: https://hl7.org/fhir/R5/dosage.html */
export const dosage = (context: Marks, administration: Administration): { dosage?: Dosage[] } => {
  const { text, dose, route, form, count, interval, duration: lasts = NOT_STATED } = administration;
  const words = administration.cycle?.words ?? NOT_STATED;
  const told: readonly Stated<unknown>[] = [dose, route, form, count, interval, lasts, words];
  if (told.every((fact) => fact === NOT_STATED)) return {};
  return {
    dosage: [
      {
        ...context.primitive('text', dose === NOT_STATED ? text : verbatim(dose)),
        ...timing(context, administration),
        ...(route !== NOT_STATED && { route: worded(context, route) }),
        ...(form !== NOT_STATED && { method: worded(context, form) }),
        ...(dose !== NOT_STATED && { doseAndRate: [{ doseQuantity: doseQuantity(context, dose) }] }),
      },
    ],
  };
};

const doseText = (dose: Fact<Dose>): string =>
  dose.value.value === undefined
    ? `${dose.words} (its value is lost in the source)`
    : `${dose.value.value} ${dose.value.unit}`;

/** The same as a table. */
export const administrationTable = ({
  agent,
  source,
  dose,
  route,
  form,
  count,
  interval,
  frequency = NOT_STATED,
  duration: lasts = NOT_STATED,
  cycle,
}: Administration) => {
  const timed: readonly (readonly [string, string])[] = [
    ...(frequency === NOT_STATED ? [] : [['Times in an interval', String(frequency.value)] as const]),
    ...(lasts === NOT_STATED ? [] : [['Duration', durationText(lasts.value)] as const]),
    ...(cycle ? [['Cycle', cycle.words.value] as const] : []),
  ];
  return table(
    [
      'Agent',
      'Source',
      'Dose',
      'Route',
      'Form',
      'Number of times',
      'Interval',
      ...timed.map(([column]) => column),
    ],
    [
      [
        agent.value,
        stated(source) ?? '',
        dose === NOT_STATED ? '' : doseText(dose),
        stated(route) ?? '',
        stated(form) ?? '',
        count === NOT_STATED ? '' : String(count.value),
        interval === NOT_STATED ? '' : durationText(interval.value),
        ...timed.map(([, value]) => value),
      ],
    ],
  );
};

const activityDefinition = (
  context: Context,
  arm: Arm,
  administration: Administration,
  id: string,
): ActivityDefinition => {
  const { text, agent, source } = administration;
  const title = `${arm.name.value}: ${agent.value}`;
  return {
    resourceType: 'ActivityDefinition',
    id,
    ...claims('trial-administration'),
    ...narrative(heading(title), paragraph(text.value), ...administrationTable(administration)),
    url: canonical(id),
    title,
    status: 'active',
    ...context.primitive('description', text),
    kind: 'MedicationRequest',
    productCodeableConcept: {
      ...agentSource(context, source),
      ...context.primitive('text', agent),
    },
    ...dosage(context, administration),
  };
};

/** What is given in the arms: https://hl7.org/fhir/R5/activitydefinition.html */
export const activityDefinitions = (context: Context): readonly ActivityDefinition[] =>
  context.trial.arms.flatMap((arm) =>
    [...ids(context, arm)].map(([administration, id]) =>
      activityDefinition(context, arm, administration, id),
    ),
  );
