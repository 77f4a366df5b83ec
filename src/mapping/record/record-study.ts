import type { ResearchStudy } from 'fhir/r5.js';
import { heading, narrative } from '../../fhir/narrative.ts';
import { claims } from '../context.ts';
import type { RecordContext } from './context.ts';
import { reportReference } from './results/results.ts';

/** The study of a record: https://hl7.org/fhir/R5/researchstudy.html */
export const recordStudy = (context: RecordContext): ResearchStudy => {
  const report = reportReference(context);
  return {
    resourceType: 'ResearchStudy',
    id: context.study,
    ...claims('trial-research-study'),
    ...narrative(heading(context.studyName)),
    status: 'active',
    ...(report && { result: [report] }),
  };
};
