import type { Content } from './content.ts';
import type { Issue } from './issue.ts';

/** What a document tells of its trial, as FHIR resources. */
export interface TrialFacts {
  /** Id of the ResearchStudy; of the Citation where a publication reports no trial. */
  readonly study: string;
  /** Id of the DocumentReference. */
  readonly document: string;
  /** The resource with that id first; all that the document tells. */
  readonly facts: readonly Content[];
  /** The Provenance for these targets: `Evidence/x`, or `Evidence/x/_history/2` once stored. */
  readonly provenance: (targets: readonly string[]) => Content;
  /** What is to be said of it: what the document does not state, what is wrong. */
  readonly issues: readonly Issue[];
}

/** A document's trial as FHIR resources, its numbers checked. */
export interface MappedTrial extends TrialFacts {
  readonly kind: 'mapped';
  /** What was found of the numbers of some facts, which are referred to as `referenceOf` says. */
  readonly assessments: (referenceOf: (fact: Content) => string) => readonly Content[];
  /** All of it. */
  readonly resources: readonly Content[];
}

/** Why a document became nothing. */
export interface Refused {
  readonly kind: 'refused';
  readonly issues: readonly Issue[];
}

/** A resource's relative reference: https://hl7.org/fhir/R5/references.html#literal */
export const referenceTo = ({ value }: Content): string => `${value.resourceType}/${value.id}`;
