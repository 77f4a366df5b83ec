import type { FhirResource } from 'fhir/r5.js';

/**
 * A resource as text and as value. The text is what is stored and served, so that decimals keep their written
 * form (https://hl7.org/fhir/R5/json.html#primitive); the value is for checking and indexing only.
 */
export interface Content<R extends FhirResource = FhirResource> {
  readonly text: string;
  readonly value: R;
}

/** Writes a resource as JSON text; decimals made by `exact` stand in it as they were written. */
export const content = <R extends FhirResource>(resource: R): Content<R> => {
  const text = JSON.stringify(resource);
  return { text, value: JSON.parse(text) as R };
};

// Node's JSON.rawJSON is not in TypeScript's library yet.
const { rawJSON } = JSON as unknown as { rawJSON: (text: string) => unknown };

/** A decimal that serialises in its written form; FHIR's types know it as a number. */
export const exact = (written: string): number => rawJSON(written) as number;
