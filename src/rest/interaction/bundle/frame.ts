import type { Bundle, BundleEntry, FhirResource } from 'fhir/r5.js';
import { type Content, content } from '../../../fhir/content.ts';

/** Stands for a resource, which is checked where it is stored. */
const STAND_IN: FhirResource = { resourceType: 'Binary', contentType: 'text/plain' };

const frameEntry = (entry: BundleEntry | undefined): BundleEntry | undefined =>
  entry?.resource === undefined || entry.request?.method === 'PATCH'
    ? entry
    : { ...entry, resource: STAND_IN };

/** A Bundle without what is in it but the patches, which are stored nowhere; a list without entries may be sent. */
export const frame = ({ value }: Content<Bundle>): Content<Bundle> => {
  const { entry, ...rest } = value;
  if (!Array.isArray(entry)) return content(value);
  return content(entry.length === 0 ? rest : { ...rest, entry: entry.map(frameEntry) as BundleEntry[] });
};
