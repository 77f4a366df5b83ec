import type { Content } from '../fhir/content.ts';

/** What was read of JSON. Nothing is known of its shape. */
export type View = unknown;

/** A resource's value, and the written forms of its numbers that are not as JavaScript writes them: `0.40`. */
export interface Written {
  readonly view: View;
  readonly forms: ReadonlyMap<number, string>;
}

// A quote between a letter and a colon ends a name: one that begins a string has no letter before it, and one inside a
// string has a backslash.
const DECIMAL = /"value"\s*:\s*(-?\d[\d.eE+-]*)/g;
const NUMBER_MEMBER = /(?<=\w)("\s*:\s*)(-?\d[\d.eE+-]*)/g;

/** JSON text with its numbers as strings, as they were written. */
const withWrittenNumbers = (text: string): View => JSON.parse(text.replace(NUMBER_MEMBER, '$1"$2"')) as View;

/**
 * A resource with the written forms of its decimals. It is parsed again only where one number stands in two forms, as
 * that takes several times as long.
 */
export const written = ({ text, value }: Content): Written => {
  const forms = new Map<number, string>();
  for (const [, form = ''] of text.matchAll(DECIMAL)) {
    const number = Number(form);
    const other = forms.get(number);
    if (other !== undefined && other !== form) return { view: withWrittenNumbers(text), forms: new Map() };
    forms.set(number, form);
  }
  return { view: value, forms };
};

/** A member of an object; `undefined` of anything else. */
export const member = (of: View, name: string): View =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, name)
    ? (of as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** A member inside members. */
export const at = (of: View, ...names: readonly string[]): View => names.reduce(member, of);

/** A string, or a number as it is written. */
export const text = (of: View, forms?: Written['forms']): string | undefined => {
  if (typeof of === 'number') return forms?.get(of) ?? String(of);
  return typeof of === 'string' ? of : undefined;
};

/** The items of an array; none of anything else. */
export const items = (of: View): readonly View[] => (Array.isArray(of) ? of : []);

/** The codes of a CodeableConcept. */
export const codes = (concept: View): readonly string[] =>
  items(member(concept, 'coding'))
    .map((coding) => text(member(coding, 'code')))
    .filter((code) => code !== undefined);

/** The resource a Reference leads to, without its version. */
export const target = (reference: View): string | undefined => {
  const to = text(member(reference, 'reference'));
  const end = to?.indexOf('/_history/') ?? -1;
  return end === -1 ? to : to?.slice(0, end);
};
