import type { FhirResource, ResearchStudy } from 'fhir/r5.js';
import type { TrialFacts } from '../../fhir/mapped-trial.ts';
import type { RegistryRecord } from '../../model/record/record.ts';
import type { SourceDocument } from '../../model/source-document.ts';
import { device } from '../device.ts';
import { documentReference } from '../document-reference.ts';
import { factsOf } from '../facts-of.ts';
import { distinctBy } from '../id.ts';
import { createRecordContext } from './context.ts';
import { recordStudy } from './record-study.ts';
import { results } from './results/results.ts';

const mapRecord = (
  record: RegistryRecord,
  document: SourceDocument,
): readonly [ResearchStudy, ...FhirResource[]] => {
  const context = createRecordContext(record, document);
  const others: readonly FhirResource[] = [...results(context), documentReference(context), device];
  return [recordStudy(context), ...distinctBy(others, ({ resourceType, id }) => `${resourceType}/${id}`)];
};

/** A registry's record as FHIR resources in their text: https://hl7.org/fhir/R5/researchstudy.html */
export const recordFacts = (record: RegistryRecord, document: SourceDocument): TrialFacts =>
  factsOf(mapRecord(record, document), document, []);
