import type { FhirResource } from 'fhir/r5.js';
import { exactValue } from '../fhir/exact-tree.ts';
import { indexKey } from '../fhir/search/search-parameter.ts';
import { type Criterion, searchOf } from '../fhir/search/search-request.ts';
import type { Store } from './store.ts';

/** How many versions of a canonical resource are looked at to find the latest. */
const MOST = 50;

const is = (
  type: string,
  code: string,
  value: Extract<Criterion, { kind: 'value' }>['anyOf'][number],
): Criterion => ({
  kind: 'value',
  parameter: indexKey({ base: type, code }),
  anyOf: [value],
});

const latest = (a: FhirResource, b: FhirResource): number => {
  const [one = '', other = ''] = [a, b].map((resource) =>
    'version' in resource && typeof resource.version === 'string' ? resource.version : '',
  );
  return other.localeCompare(one, 'en', { numeric: true });
};

/** The stored resource that a canonical means, the latest where it names no version: https://hl7.org/fhir/R5/references.html#canonical */
export const storedCanonical = async (
  store: Store,
  type: string,
  url: string,
  version?: string,
): Promise<FhirResource | undefined> => {
  const criteria = [
    is(type, 'url', { type: 'uri', match: 'exact', uri: url }),
    ...(version === undefined ? [] : [is(type, 'version', { type: 'token', code: version })]),
  ];
  const { matches } = await store.search(searchOf([type], { kind: 'and', of: criteria }, MOST));
  return matches.map(({ text }) => exactValue(text) as FhirResource).sort(latest)[0];
};
