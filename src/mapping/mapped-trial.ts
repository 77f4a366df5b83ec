import { content } from '../fhir/content.ts';
import { type MappedTrial, referenceTo } from '../fhir/mapped-trial.ts';
import type { SourceDocument } from '../model/source-document.ts';
import type { Trial } from '../model/trial.ts';
import { sha256 } from './id.ts';
import { readingProvenance } from './provenance.ts';
import { mapTrial } from './trial.ts';

/** A trial as FHIR resources in their text: https://hl7.org/fhir/R5/researchstudy.html */
export const mappedTrial = (trial: Trial, document: SourceDocument): MappedTrial => {
  const [study, ...others] = mapTrial(trial, document);
  const facts = [study, ...others].map((resource) => content(resource));
  const provenance: MappedTrial['provenance'] = (targets) =>
    content(readingProvenance(study, document, targets));
  return {
    kind: 'mapped',
    study: study.id ?? '',
    document: sha256(document.bytes),
    facts,
    provenance,
    resources: [...facts, provenance(facts.map(referenceTo))],
    issues: [],
  };
};
