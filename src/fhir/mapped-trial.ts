import type { Content } from './content.ts';

/** A document's trial as FHIR resources. */
export interface MappedTrial {
  /** Id of the ResearchStudy. */
  readonly study: string;
  /** Id of the DocumentReference. */
  readonly document: string;
  /** All but the Provenance. */
  readonly resources: readonly Content[];
  /** The Provenance for these targets: `Evidence/x`, or `Evidence/x/_history/2` once stored. */
  readonly provenance: (targets: readonly string[]) => Content;
}

/** A resource's relative reference: https://hl7.org/fhir/R5/references.html#literal */
export const referenceTo = ({ value }: Content): string => `${value.resourceType}/${value.id}`;
