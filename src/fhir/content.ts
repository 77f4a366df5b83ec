import type { FhirResource } from 'fhir/r5.js';

/**
 * A resource as text and as value. The text is what is stored and served, so that decimals keep their written
 * form (https://hl7.org/fhir/R5/json.html#primitive); the value is for checking and indexing only.
 */
export interface Content<R extends FhirResource = FhirResource> {
  readonly text: string;
  readonly value: R;
}

// Node's JSON.rawJSON is not in TypeScript's library yet.
const { rawJSON, isRawJSON } = JSON as unknown as {
  rawJSON: (text: string) => unknown;
  isRawJSON: (value: object) => value is { rawJSON: string };
};

const itemsRead = (items: readonly unknown[]): readonly unknown[] => {
  let copy: unknown[] | undefined;
  for (const [at, item] of items.entries()) {
    const read = asRead(item) ?? null;
    if (read === item) continue;
    copy ??= [...items];
    copy[at] = read;
  }
  return copy ?? items;
};

const membersRead = (members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  let copy: Map<string, unknown> | undefined;
  for (const name in members) {
    const member = members[name];
    const read = asRead(member);
    if (read === member && member !== undefined) continue;
    copy ??= new Map(Object.entries(members));
    if (read === undefined) copy.delete(name);
    else copy.set(name, read);
  }
  return copy ? Object.fromEntries(copy) : members;
};

/** What the JSON text of a value would be read as; what would be read as it is stays the same object. */
const asRead = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return itemsRead(value);
  return isRawJSON(value) ? JSON.parse(value.rawJSON) : membersRead(value as Record<string, unknown>);
};

/** Writes a resource as JSON text; decimals made by `exact` stand in it as they were written. */
export const content = <R extends FhirResource>(resource: R): Content<R> => ({
  text: JSON.stringify(resource),
  // Not read from the text: that takes several times as long, and makes everything twice.
  value: asRead(resource) as R,
});

/** A decimal that serialises in its written form; FHIR's types know it as a number. */
export const exact = (written: string): number => rawJSON(written) as number;
