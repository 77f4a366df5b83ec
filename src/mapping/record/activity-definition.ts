import type { ActivityDefinition, Dosage, Extension, Quantity, Ratio } from 'fhir/r5.js';
import { CANONICAL, structureDefinition } from '../../fhir/canonical.ts';
import { exact } from '../../fhir/content.ts';
import { heading, narrative, paragraph } from '../../fhir/narrative.ts';
import { decimal } from '../../model/decimal.ts';
import { type Fact, NOT_STATED, stated } from '../../model/fact.ts';
import type { Intervention, ProductUse } from '../../model/record/protocol.ts';
import { administrationTable, dosage } from '../activity-definition.ts';
import { claims } from '../context.ts';
import { filled } from '../filled.ts';
import { duration, unitOf } from '../quantity.ts';
import type { RecordContext } from './context.ts';
import { worded } from './said.ts';

const idOf = (context: RecordContext, intervention: Intervention): string =>
  context.makeId(intervention.name.value, ['ActivityDefinition', context.keyOf(intervention)]);

const canonical = (id: string): string => `${CANONICAL}/ActivityDefinition/${id}`;

/** The definition of what is given or done. */
export const interventionCanonical = (context: RecordContext, intervention: Intervention): string =>
  canonical(idOf(context, intervention));

/** What is asked for by a record's kinds of interventions; others are of no kind that R5 tells apart. */
const KINDS: ReadonlyMap<string, 'MedicationRequest' | 'DeviceRequest' | 'ServiceRequest'> = new Map([
  ['DRUG', 'MedicationRequest'],
  ['BIOLOGICAL', 'MedicationRequest'],
  ['GENETIC', 'MedicationRequest'],
  ['DEVICE', 'DeviceRequest'],
  ['BEHAVIORAL', 'ServiceRequest'],
  ['DIAGNOSTIC_TEST', 'ServiceRequest'],
  ['PROCEDURE', 'ServiceRequest'],
  ['RADIATION', 'ServiceRequest'],
]);

const kindOf = ({ type }: Intervention) =>
  type === NOT_STATED ? undefined : KINDS.get(type.value.toUpperCase().replace(/[\s/-]+/g, '_'));

/** What is given is a product; what is done is not. */
const what = (
  context: RecordContext,
  intervention: Intervention,
): Pick<ActivityDefinition, 'code' | 'productCodeableConcept'> => {
  const said = worded(context, intervention.name);
  const kind = kindOf(intervention);
  return kind === 'MedicationRequest' || kind === 'DeviceRequest'
    ? { productCodeableConcept: said }
    : { code: said };
};

const otherName = (context: RecordContext, name: Fact<string>): Extension => ({
  url: structureDefinition('other-name'),
  valueString: name.value,
  _valueString: context.on(name),
});

const maximumPerDay = (
  context: RecordContext,
  { amount, unit }: NonNullable<ProductUse['maximumDailyDose']>,
): Ratio => ({
  numerator: {
    ...context.on(amount),
    value: exact(amount.value),
    ...(unit !== NOT_STATED && { ...unitOf(unit.value), _unit: context.on(unit) }),
  } as Quantity,
  denominator: duration({ value: decimal('1'), unit: 'd' }),
});

/** How a product is given as the record's own fields tell it: https://hl7.org/fhir/R5/dosage.html */
const productDosage = (
  context: RecordContext,
  { routes, form, maximumDailyDose, details }: ProductUse,
): Dosage[] => {
  const [route, ...others] = routes;
  const isOne = route !== undefined && others.length === 0;
  const said: Dosage = {
    ...filled(
      'additionalInstruction',
      [...(isOne ? [] : routes), ...details].map((detail) => worded(context, detail)),
    ),
    ...(isOne && { route: worded(context, route) }),
    ...(form !== NOT_STATED && { method: worded(context, form) }),
    ...(maximumDailyDose && { maxDosePerPeriod: [maximumPerDay(context, maximumDailyDose)] }),
  };
  return Object.keys(said).length > 0 ? [said] : [];
};

const activityDefinition = (context: RecordContext, intervention: Intervention): ActivityDefinition => {
  const { name, type, description, otherNames, administration, use } = intervention;
  const id = idOf(context, intervention);
  const kind = kindOf(intervention);
  const text = stated(description);
  return {
    resourceType: 'ActivityDefinition',
    id,
    ...claims('trial-administration'),
    ...narrative(
      heading(name.value),
      ...(text === undefined ? [] : [paragraph(text)]),
      ...(otherNames.length === 0
        ? []
        : [paragraph(`Also: ${otherNames.map(({ value }) => value).join('; ')}`)]),
      ...(administration ? administrationTable(administration) : []),
    ),
    ...filled(
      'extension',
      otherNames.map((other) => otherName(context, other)),
    ),
    url: canonical(id),
    ...context.primitive('title', name),
    status: 'active',
    ...context.primitive('description', description),
    ...filled('topic', type === NOT_STATED ? [] : [worded(context, type)]),
    ...(kind && { kind }),
    ...what(context, intervention),
    ...(administration
      ? dosage(context, administration)
      : filled('dosage', use ? productDosage(context, use) : [])),
  };
};

/** What is given or done, each by its own definition: https://hl7.org/fhir/R5/activitydefinition.html */
export const activityDefinitions = (context: RecordContext): readonly ActivityDefinition[] =>
  context.record.interventions.map((intervention) => activityDefinition(context, intervention));
