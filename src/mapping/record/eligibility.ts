import type {
  EvidenceVariable,
  EvidenceVariableCharacteristic,
  EvidenceVariableCharacteristicDefinitionByTypeAndValue,
  Reference,
} from 'fhir/r5.js';
import { heading, list, paragraph, section } from '../../fhir/narrative.ts';
import { type Fact, NOT_STATED, type Stated, stated } from '../../model/fact.ts';
import { concept } from '../concept.ts';
import { trialVariable } from '../evidence-variable.ts';
import { filled } from '../filled.ts';
import { normalised } from '../mark.ts';
import { duration } from '../quantity.ts';
import { boundOf } from './bound.ts';
import type { RecordContext } from './context.ts';
import { lengthOfTime } from './length-of-time.ts';
import { placed } from './said.ts';

/** Who may take part, where the record says anything of it. */
export const eligibilityVariable = ({ makeId, record }: RecordContext): Reference | undefined => {
  const { inclusion, exclusion, ...facts } = record.eligibility;
  const told =
    inclusion.length + exclusion.length > 0 ||
    Object.values(facts).some((fact: Stated<unknown>) => fact !== NOT_STATED);
  return told
    ? { reference: `EvidenceVariable/${makeId('eligibility', ['EvidenceVariable', 'eligibility'])}` }
    : undefined;
};

type Definition = EvidenceVariableCharacteristicDefinitionByTypeAndValue;

const USAGE = 'http://terminology.hl7.org/CodeSystem/usage-context-type';
const AGE = concept(USAGE, 'age', 'Age Range');
const SEX = concept(USAGE, 'gender', 'Gender');

/** What is measured and the bounds it has to be in, where the criterion is nothing else. */
const bound = (context: RecordContext, criterion: Fact<string>): Definition | undefined => {
  const found = boundOf(criterion.value);
  if (found === undefined) return undefined;
  const { of, low, high } = found;
  const type = /^age[ds]?$/i.test(of) ? AGE : { text: of };
  const marks = placed(context, criterion);
  if (low !== undefined && high !== undefined) return { type, valueRange: { ...marks, low, high } };
  const quantity = low ?? high;
  return quantity && { type, valueQuantity: { ...marks, ...quantity } };
};

const criterion = (
  context: RecordContext,
  text: Fact<string>,
  exclude: boolean,
): EvidenceVariableCharacteristic => {
  const definition = bound(context, text);
  return {
    ...context.primitive('description', text),
    exclude,
    ...(definition && { definitionByTypeAndValue: definition }),
  };
};

const age = (
  context: RecordContext,
  name: string,
  comparator: '>=' | '<=',
  fact: Stated<string>,
): EvidenceVariableCharacteristic[] => {
  if (fact === NOT_STATED) return [];
  const length = lengthOfTime(fact.value);
  return [
    {
      description: `${name}: ${fact.value}`,
      _description: placed(context, fact),
      exclude: false,
      ...(length && {
        definitionByTypeAndValue: {
          type: AGE,
          valueQuantity: { ...placed(context, fact), comparator, ...duration(length) },
        },
      }),
    },
  ];
};

const sex = (context: RecordContext): EvidenceVariableCharacteristic[] => {
  const fact = context.record.eligibility.sex;
  if (fact === NOT_STATED) return [];
  const { value } = fact;
  return [
    {
      description: `Sex: ${value}`,
      _description: placed(context, fact),
      exclude: false,
      ...(value !== 'all' && {
        definitionByTypeAndValue: {
          type: SEX,
          valueCodeableConcept: {
            ...placed(context, fact),
            ...concept(
              'http://hl7.org/fhir/administrative-gender',
              value,
              value === 'female' ? 'Female' : 'Male',
            ),
          },
        },
      }),
    },
  ];
};

/** That healthy people are not accepted is a criterion; that they are is none. */
const healthy = (context: RecordContext): Pick<EvidenceVariable, 'note' | 'characteristic'> => {
  const fact = context.record.eligibility.healthyVolunteers;
  if (fact === NOT_STATED) return {};
  const marks = context.on(normalised(fact));
  if (fact.value) return { note: [{ text: 'Healthy volunteers are accepted', _text: marks }] };
  return {
    characteristic: [
      {
        description: 'Healthy volunteers',
        _description: marks,
        exclude: true,
        definitionByTypeAndValue: { type: { text: 'healthy volunteer' }, valueBoolean: true },
      },
    ],
  };
};

const population = (context: RecordContext): EvidenceVariableCharacteristic[] => {
  const { studyPopulation } = context.record.eligibility;
  return studyPopulation === NOT_STATED
    ? []
    : [{ ...context.primitive('description', studyPopulation), exclude: false }];
};

/** The criteria of a record, a characteristic each: https://hl7.org/fhir/R5/evidencevariable.html */
export const eligibility = (context: RecordContext): readonly EvidenceVariable[] => {
  const reference = eligibilityVariable(context);
  if (reference === undefined) return [];
  const { criteria, inclusion, exclusion, minimumAge, maximumAge } = context.record.eligibility;
  const { note, characteristic = [] } = healthy(context);
  const plain = [
    ...sex(context),
    ...age(context, 'Minimum age', '>=', minimumAge),
    ...age(context, 'Maximum age', '<=', maximumAge),
    ...characteristic,
    ...population(context),
  ];
  const whole = inclusion.length + exclusion.length === 0 ? stated(criteria) : undefined;
  const texts = (all: readonly Fact<string>[]) => list(all.map(({ value }) => value));
  return [
    trialVariable(
      reference,
      [
        heading('Eligibility'),
        ...list(
          plain.map(({ description = '', exclude }) => (exclude ? `Not: ${description}` : description)),
        ),
        ...(whole === undefined ? [] : [paragraph(whole)]),
        ...section('Inclusion criteria', texts(inclusion)),
        ...section('Exclusion criteria', texts(exclusion)),
      ],
      {
        title: 'Eligibility',
        ...context.primitive('description', criteria),
        ...(note && { note }),
        actual: false,
        ...filled('characteristic', [
          ...plain,
          ...inclusion.map((text) => criterion(context, text, false)),
          ...exclusion.map((text) => criterion(context, text, true)),
        ]),
      },
    ),
  ];
};
