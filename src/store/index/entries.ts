import type { Location } from 'fhir/r5.js';
import { folded } from '../../fhir/search/folded.ts';
import type { SearchParameterType } from '../../fhir/search/search-parameter.ts';
import { dates } from './date.ts';
import { elements, type Found } from './found.ts';
import type { IndexEntry, Place } from './index-entry.ts';
import { numbers, quantities } from './quantity.ts';
import { references } from './reference.ts';
import { strings } from './string.ts';
import { tokens } from './token.ts';

/** The entry of a string. */
export const stringEntry = (place: Place, text: string): IndexEntry => ({
  ...place,
  kind: 'string',
  folded: folded(text),
  exact: text,
});

const NOWHERE = { type: null, id: null, url: null, version: null };

const positionEntries = (place: Place, { value }: Found): readonly IndexEntry[] => {
  const { latitude, longitude } = elements<NonNullable<Location['position']>>(value);
  return latitude === undefined || longitude === undefined
    ? []
    : [{ ...place, kind: 'position', latitude: Number(latitude), longitude: Number(longitude) }];
};

type Entries = (place: Place, found: Found) => readonly IndexEntry[];

/** The entries each type of search parameter makes of a value found: https://hl7.org/fhir/R5/search.html#ptypes */
export const ENTRIES: Record<Exclude<SearchParameterType, 'composite'>, Entries> = {
  token: (place, found) => tokens(found).map((token) => ({ ...place, kind: 'token', ...token })),
  string: (place, found) => strings(found).map((text) => stringEntry(place, text)),
  reference: (place, found) =>
    references(found).map((target) => ({ ...place, kind: 'reference', ...NOWHERE, ...target })),
  uri: (place, { value }) => (typeof value === 'string' ? [{ ...place, kind: 'uri', value }] : []),
  date: (place, found) => dates(found).map((range) => ({ ...place, kind: 'date', ...range })),
  number: (place, found) => numbers(found).map((range) => ({ ...place, kind: 'number', ...range })),
  quantity: (place, found) => quantities(found).map((one) => ({ ...place, kind: 'quantity', ...one })),
  // The only special parameter with an expression is Location's `near`.
  special: positionEntries,
};
