import type { Extension, ResearchStudyRecruitment } from 'fhir/r5.js';
import { structureDefinition } from '../../fhir/canonical.ts';
import { NOT_STATED } from '../../model/fact.ts';
import { filled } from '../filled.ts';
import { derived } from '../mark.ts';
import type { RecordContext } from './context.ts';
import { eligibilityVariable } from './eligibility.ts';
import { placed, worded } from './said.ts';

/** How many take part: planned where the record does not say that they did. */
const numbers = (context: RecordContext): ResearchStudyRecruitment => {
  const { enrolment, plannedEnrolment } = context.record;
  const planned = plannedEnrolment ? context.primitive('targetNumber', plannedEnrolment) : {};
  if (enrolment === undefined) return planned;
  const { count, actual } = enrolment;
  if (actual === NOT_STATED)
    return { ...context.primitive('targetNumber', derived(count, count.value)), ...planned };
  return {
    ...placed(context, actual),
    ...planned,
    ...context.primitive(actual.value ? 'actualNumber' : 'targetNumber', count),
  };
};

const parts = (context: RecordContext): readonly Extension[] =>
  (context.record.plannedParts ?? []).map(({ part, count }) => ({
    url: structureDefinition('planned-part'),
    extension: [
      { url: 'part', valueCodeableConcept: worded(context, part) },
      { url: 'number', valueUnsignedInt: count.value, _valueUnsignedInt: context.on(count) },
    ],
  }));

/** Who and how many take part: https://hl7.org/fhir/R5/researchstudy-definitions.html#ResearchStudy.recruitment */
export const recruitment = (context: RecordContext): { recruitment?: ResearchStudyRecruitment } => {
  const eligibility = eligibilityVariable(context);
  const { extension: places = [], ...told } = numbers(context);
  const content = {
    ...filled('extension', [...places, ...parts(context)]),
    ...told,
    ...(eligibility && { eligibility }),
  };
  return Object.keys(content).length > 0 ? { recruitment: content } : {};
};
