import type { FhirResource } from 'fhir/r5.js';

/** What a client reads, with every number in its written form: `821.0` stays apart from `821`. */
export type Written<T> = T extends number ? string : T extends object ? { [K in keyof T]: Written<T[K]> } : T;

export type ResourceType = FhirResource['resourceType'];

/** A resource as it was served. */
export type Served<T extends ResourceType = ResourceType> = Written<
  Extract<FhirResource, { resourceType: T }>
>;

// The third argument is not in TypeScript's library yet.
type Reviver = (this: unknown, key: string, value: unknown, context: { source: string }) => unknown;

const asWritten: Reviver = (_, value, { source }) => (typeof value === 'number' ? source : value);

/** Parses JSON with every number as the text it was written with. */
export const parseWritten = (text: string): unknown => JSON.parse(text, asWritten as never);
