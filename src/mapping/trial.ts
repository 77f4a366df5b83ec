import type { FhirResource, ResearchStudy } from 'fhir/r5.js';
import type { SourceDocument } from '../model/source-document.ts';
import type { Trial } from '../model/trial.ts';
import { activityDefinitions } from './activity-definition.ts';
import { citations } from './citation.ts';
import { createContext } from './context.ts';
import { device } from './device.ts';
import { documentReference } from './document-reference.ts';
import { evidence } from './evidence.ts';
import { evidenceReports } from './evidence-report.ts';
import { evidenceVariables } from './evidence-variable.ts';
import { groups } from './group.ts';
import { distinctBy } from './id.ts';
import { organizations } from './organization.ts';
import { planDefinitions } from './plan-definition.ts';
import { practitioners } from './practitioner.ts';
import { researchStudy } from './research-study.ts';

/**
 * Writes a trial as FHIR R5 resources, its study first: https://hl7.org/fhir/R5/researchstudy.html
 * The same trial and document always give the same resources; `id` is that of the study where it is stored under
 * another than its own. Decimals are exact: take their text through `content`.
 */
export const mapTrial = (
  trial: Trial,
  document: SourceDocument,
  id?: string,
): readonly [ResearchStudy, ...FhirResource[]] => {
  const context = createContext(trial, document, id);
  const others: readonly FhirResource[] = [
    ...planDefinitions(context),
    ...activityDefinitions(context),
    ...evidenceVariables(context),
    ...groups(context),
    ...evidenceReports(context),
    ...evidence(context),
    ...citations(context),
    ...organizations(context),
    ...practitioners(context),
    documentReference(context),
    device,
  ];
  return [researchStudy(context), ...distinctBy(others, ({ resourceType, id }) => `${resourceType}/${id}`)];
};
