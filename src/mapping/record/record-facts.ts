import type { FhirResource, ResearchStudy } from 'fhir/r5.js';
import type { TrialFacts } from '../../fhir/mapped-trial.ts';
import type { RegistryRecord } from '../../model/record/record.ts';
import type { SourceDocument } from '../../model/source-document.ts';
import { device } from '../device.ts';
import { documentReference } from '../document-reference.ts';
import { factsOf } from '../facts-of.ts';
import { distinctBy } from '../id.ts';
import { activityDefinitions } from './activity-definition.ts';
import { exposures } from './arm.ts';
import { createRecordContext } from './context.ts';
import { eligibility } from './eligibility.ts';
import { notStated } from './not-stated.ts';
import { outcomeVariables } from './outcome.ts';
import { parties } from './party.ts';
import { planDefinitions } from './plan-definition.ts';
import { citations } from './related-artifact.ts';
import { researchStudy } from './research-study.ts';
import { results } from './results/results.ts';
import { locations } from './site.ts';

const mapRecord = (
  record: RegistryRecord,
  document: SourceDocument,
  id: string | undefined,
): readonly [ResearchStudy, ...FhirResource[]] => {
  const context = createRecordContext(record, document, id);
  const others: readonly FhirResource[] = [
    ...planDefinitions(context),
    ...activityDefinitions(context),
    ...exposures(context),
    ...outcomeVariables(context),
    ...eligibility(context),
    ...parties(context),
    ...locations(context),
    ...citations(context),
    ...results(context),
    documentReference(context),
    device,
  ];
  return [researchStudy(context), ...distinctBy(others, ({ resourceType, id }) => `${resourceType}/${id}`)];
};

/** A registry's record as FHIR resources in their text: https://hl7.org/fhir/R5/researchstudy.html */
export const recordFacts = (record: RegistryRecord, document: SourceDocument, id?: string): TrialFacts =>
  factsOf(mapRecord(record, document, id), document, notStated(record));
