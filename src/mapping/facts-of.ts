import type { FhirResource, ResearchStudy } from 'fhir/r5.js';
import { content } from '../fhir/content.ts';
import type { Issue } from '../fhir/issue.ts';
import type { TrialFacts } from '../fhir/mapped-trial.ts';
import type { SourceDocument } from '../model/source-document.ts';
import { sha256 } from './id.ts';
import { readingProvenance } from './provenance.ts';

/** A study's resources in their text, with what is to be said of them. */
export const factsOf = (
  [study, ...others]: readonly [ResearchStudy, ...FhirResource[]],
  document: SourceDocument,
  issues: readonly Issue[],
): TrialFacts => ({
  study: study.id ?? '',
  document: sha256(document.bytes),
  facts: [study, ...others].map((resource) => content(resource)),
  issues,
  // The software that read the document was not made from it.
  provenance: (targets) =>
    content(
      readingProvenance(
        study,
        document,
        targets.filter((target) => !target.startsWith('Device/')),
      ),
    ),
});
