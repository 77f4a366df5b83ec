import type { FhirResource, Provenance } from 'fhir/r5.js';
import { narrative, paragraph } from '../fhir/narrative.ts';
import type { SourceDocument } from '../model/source-document.ts';
import { claims } from './context.ts';
import { deviceReference } from './device.ts';
import { sourceReference } from './document-reference.ts';
import { idPrefix, sha256 } from './id.ts';

/**
 * That a document was read and what came of it: https://hl7.org/fhir/R5/provenance.html
 * Targets are references, `Evidence/x` or `Evidence/x/_history/2`. When it was read is the caller's to say.
 */
export const readingProvenance = (
  about: Pick<FhirResource, 'id'>,
  document: SourceDocument,
  targets: readonly string[],
): Provenance => {
  const documentHash = sha256(document.bytes);
  const activity = 'reading of a source document';
  return {
    resourceType: 'Provenance',
    id: `${idPrefix(about.id ?? documentHash)}-reading-${documentHash.slice(0, 8)}`,
    ...claims('reading-provenance'),
    ...narrative(paragraph(`${activity}: ${targets.length} resources from the document ${documentHash}`)),
    target: targets.map((reference) => ({ reference })),
    activity: { text: activity },
    agent: [{ who: deviceReference }],
    entity: [{ role: 'source', what: sourceReference({ documentHash }) }],
  };
};
