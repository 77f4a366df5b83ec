import type { FhirResource } from 'fhir/r5.js';
import { content } from '../fhir/content.ts';
import type { Issue } from '../fhir/issue.ts';
import type { TrialFacts } from '../fhir/mapped-trial.ts';
import type { SourceDocument } from '../model/source-document.ts';
import { sha256 } from './id.ts';
import { readingProvenance } from './provenance.ts';

/** Resources in their text, the study or the publication that they are about first, with what is to be said of them. */
export const factsOf = (
  [first, ...others]: readonly [FhirResource, ...FhirResource[]],
  document: SourceDocument,
  issues: readonly Issue[],
): TrialFacts => ({
  study: first.id ?? '',
  document: sha256(document.bytes),
  facts: [first, ...others].map((resource) => content(resource)),
  issues,
  // The software that read the document was not made from it.
  provenance: (targets) =>
    content(
      readingProvenance(
        first,
        document,
        targets.filter((target) => !target.startsWith('Device/')),
      ),
    ),
});
