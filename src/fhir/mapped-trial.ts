import type { Content } from './content.ts';
import type { Issue } from './issue.ts';

/** A document's trial as FHIR resources. */
export interface MappedTrial {
  readonly kind: 'mapped';
  /** Id of the ResearchStudy. */
  readonly study: string;
  /** Id of the DocumentReference. */
  readonly document: string;
  /** The ResearchStudy first; all but the Provenance. */
  readonly facts: readonly Content[];
  /** The Provenance for these targets: `Evidence/x`, or `Evidence/x/_history/2` once stored. */
  readonly provenance: (targets: readonly string[]) => Content;
  /** All of it. */
  readonly resources: readonly Content[];
  /** What is to be said of the resources. */
  readonly issues: readonly Issue[];
}

/** Why a document became nothing. */
export interface Refused {
  readonly kind: 'refused';
  readonly issues: readonly Issue[];
}

/** A resource's relative reference: https://hl7.org/fhir/R5/references.html#literal */
export const referenceTo = ({ value }: Content): string => `${value.resourceType}/${value.id}`;
