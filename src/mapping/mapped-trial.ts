import { content } from '../fhir/content.ts';
import type { TrialFacts } from '../fhir/mapped-trial.ts';
import type { SourceDocument } from '../model/source-document.ts';
import type { Trial } from '../model/trial.ts';
import { sha256 } from './id.ts';
import { notStated } from './not-stated.ts';
import { readingProvenance } from './provenance.ts';
import { mapTrial } from './trial.ts';

/** A trial as FHIR resources in their text: https://hl7.org/fhir/R5/researchstudy.html */
export const trialFacts = (trial: Trial, document: SourceDocument): TrialFacts => {
  const [study, ...others] = mapTrial(trial, document);
  return {
    study: study.id ?? '',
    document: sha256(document.bytes),
    facts: [study, ...others].map((resource) => content(resource)),
    issues: notStated(trial),
    // The software that read the document was not made from it.
    provenance: (targets) =>
      content(
        readingProvenance(
          study,
          document,
          targets.filter((target) => !target.startsWith('Device/')),
        ),
      ),
  };
};
