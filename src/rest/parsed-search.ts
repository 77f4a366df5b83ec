import { type ParsedSearch, parseSearch } from '../fhir/search/parse-search.ts';
import type { Failure } from './error.ts';
import type { Request } from './request.ts';
import { searchTerminology } from './search-terminology.ts';
import type { Service } from './service.ts';

/** Reads the search of a request, in one type, in all, or in the compartment of a resource. */
export const parsedSearch = async (
  { type, query, base, fhirVersion }: Pick<Request, 'type' | 'query' | 'base' | 'fhirVersion'>,
  service: Service,
  lenient: boolean,
  compartment?: { readonly type: string; readonly id: string },
): Promise<ParsedSearch | Failure> => {
  const parsed = await parseSearch(type === '' ? [] : [type], query, {
    ...(fhirVersion.shows && { types: fhirVersion.shows }),
    elements: fhirVersion.elements,
    shownAs: fhirVersion.shownAs,
    parameters: fhirVersion.searchParameters(service.store.searchParameters()),
    base,
    now: Date.parse(service.now()),
    lenient,
    mostOnPage: service.mostOnPage,
    terminology: searchTerminology(service),
    ...(compartment && { compartment }),
  });
  return 'request' in parsed ? parsed : { failure: 'malformed', issues: parsed };
};
