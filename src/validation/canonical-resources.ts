import type { FhirResource } from 'fhir/r5.js';

/**
 * Finds a resource by its type and canonical URL, beyond what is packaged: profiles (with their snapshots), code
 * systems, value sets, questionnaires and so on. The same resource is the same object each time.
 */
export type FindCanonical = (type: string, url: string, version?: string) => FhirResource | undefined;
