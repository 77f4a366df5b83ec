import type { FhirResource, StructureDefinition } from 'fhir/r5.js';
import type { Issue } from '../fhir/issue.ts';

/**
 * Finds a resource by its type and canonical URL, beyond what is packaged: profiles (with their snapshots), code
 * systems, value sets, questionnaires and so on. The same resource is the same object each time.
 */
export type FindCanonical = (type: string, url: string, version?: string) => FhirResource | undefined;

/** Gives a definition its snapshot, if it has none; or tells what keeps it from being made. */
export type MakeSnapshot = (definition: StructureDefinition) => StructureDefinition | readonly Issue[];
