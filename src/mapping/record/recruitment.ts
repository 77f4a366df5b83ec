import type { ResearchStudyRecruitment } from 'fhir/r5.js';
import { NOT_STATED } from '../../model/fact.ts';
import { derived } from '../mark.ts';
import type { RecordContext } from './context.ts';
import { eligibilityVariable } from './eligibility.ts';
import { placed } from './said.ts';

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

/** Who and how many take part: https://hl7.org/fhir/R5/researchstudy-definitions.html#ResearchStudy.recruitment */
export const recruitment = (context: RecordContext): { recruitment?: ResearchStudyRecruitment } => {
  const eligibility = eligibilityVariable(context);
  const content = { ...numbers(context), ...(eligibility && { eligibility }) };
  return Object.keys(content).length > 0 ? { recruitment: content } : {};
};
