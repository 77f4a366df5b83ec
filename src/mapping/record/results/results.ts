import type { FhirResource, Reference } from 'fhir/r5.js';
import type { RecordContext } from '../context.ts';

/** The report of a record's results, where it has any. */
export const reportReference = (_context: RecordContext): Reference | undefined => undefined;

/** A record's results: https://hl7.org/fhir/R5/evidencereport.html */
export const results = (_context: RecordContext): readonly FhirResource[] => [];
