import type { Comparator } from '../search-request.ts';

/** https://hl7.org/fhir/R5/search.html#prefix */
export const COMPARATORS: readonly Comparator[] = ['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb', 'ap'];

/** The prefix of a value, `eq` where it has none, and the rest. */
export const compared = (text: string): { readonly comparator: Comparator; readonly rest: string } => {
  const comparator = COMPARATORS.find((one) => text.startsWith(one));
  return comparator === undefined ? { comparator: 'eq', rest: text } : { comparator, rest: text.slice(2) };
};
