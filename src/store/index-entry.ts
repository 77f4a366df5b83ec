import type { CodeableConcept, Coding, FhirResource, Identifier, Reference } from 'fhir/r5.js';
import fhirpath, { type Model } from 'fhirpath';
import r5 from 'fhirpath/fhir-context/r5/index.js';
import { type SearchParameter, searchParameters } from '../fhir/search-parameter.ts';

/** A value by which a resource is found; `parameter` is `Type.code`. `system` is empty where there is none. */
export type IndexEntry =
  | { readonly kind: 'token'; readonly parameter: string; readonly system: string; readonly value: string }
  | { readonly kind: 'uri'; readonly parameter: string; readonly value: string }
  | { readonly kind: 'reference'; readonly parameter: string; readonly target: Target };

/** Where a reference leads, without version: a resource here, or an absolute URL. */
type Target = { readonly type: string; readonly id: string } | { readonly url: string };

const target = (reference: string): Target | undefined => {
  const [whole = ''] = reference.split('/_history/');
  const [type = '', id = '', ...more] = whole.split('/');
  if (/^[A-Z][A-Za-z]+$/.test(type) && id !== '' && more.length === 0) return { type, id };
  return /^[a-z][a-z0-9+.-]*:/i.test(whole) ? { url: whole } : undefined;
};

/** What each type of search parameter makes of a value found: https://hl7.org/fhir/R5/search.html#ptypes */
const ENTRIES: Record<SearchParameter['type'], (parameter: string, value: unknown) => readonly IndexEntry[]> =
  {
    token: (parameter, found) =>
      ((found as CodeableConcept).coding ?? [found as Identifier | Coding]).flatMap((one) => {
        const value = 'code' in one ? one.code : (one as Identifier).value;
        return value === undefined ? [] : [{ kind: 'token', parameter, system: one.system ?? '', value }];
      }),
    uri: (parameter, found) => [{ kind: 'uri', parameter, value: String(found) }],
    reference: (parameter, found) => {
      const leadsTo = target((found as Reference).reference ?? '');
      return leadsTo ? [{ kind: 'reference', parameter, target: leadsTo }] : [];
    },
  };

type Evaluate = (resource: FhirResource) => readonly unknown[];

const compiled = new Map<string, Evaluate>();

const evaluate = (expression: string): Evaluate => {
  const known = compiled.get(expression);
  if (known) return known;
  const compilation = fhirpath.compile(expression, r5 as Model);
  const made: Evaluate = (resource) => compilation(resource) as unknown[];
  compiled.set(expression, made);
  return made;
};

/** All values by which a resource is found, by the search parameters of its type. A `_id` needs none. */
export const indexEntries = (resource: FhirResource): readonly IndexEntry[] =>
  searchParameters(resource.resourceType).flatMap(({ base, code, type, expression }) =>
    expression === undefined || code === '_id'
      ? []
      : evaluate(expression)(resource).flatMap((value) => ENTRIES[type](`${base}.${code}`, value)),
  );
