/** JSON as it was written: numbers are strings in their written form. Nothing is known of its shape. */
export type View = unknown;

// A quote between a letter and a colon ends a name: one that begins a string has no letter before it, and one inside a
// string has a backslash.
const NUMBER_MEMBER = /(?<=\w)("\s*:\s*)(-?\d[\d.eE+-]*)/g;

/** Reads JSON text with the numbers of FHIR's members as they were written; a reviver would take several times as long. */
export const view = (text: string): View => JSON.parse(text.replace(NUMBER_MEMBER, '$1"$2"')) as View;

/** A member of an object; `undefined` of anything else. */
export const member = (of: View, name: string): View =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, name)
    ? (of as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** A member inside members. */
export const at = (of: View, ...names: readonly string[]): View => names.reduce(member, of);

/** A string, or a number as it was written. */
export const text = (of: View): string | undefined => (typeof of === 'string' ? of : undefined);

/** The items of an array; none of anything else. */
export const items = (of: View): readonly View[] => (Array.isArray(of) ? of : []);

/** The codes of a CodeableConcept. */
export const codes = (concept: View): readonly string[] =>
  items(member(concept, 'coding')).flatMap((coding) => text(member(coding, 'code')) ?? []);

/** The resource a Reference leads to, without its version. */
export const target = (reference: View): string | undefined =>
  text(member(reference, 'reference'))?.replace(/\/_history\/.*$/, '');
