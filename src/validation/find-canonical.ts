import type { FhirResource } from 'fhir/r5.js';
import { canonicalParts } from '../fhir/terminology/resources.ts';
import type { Run } from './run.ts';

/** The resource of a type that a canonical names, if it is known; nothing for what is no canonical, as the null beside an extension. */
export const findCanonical = ({ find }: Run, type: string, canonical: unknown): FhirResource | undefined => {
  if (typeof canonical !== 'string') return undefined;
  const { url, version } = canonicalParts(canonical);
  return find(type, url, version);
};
