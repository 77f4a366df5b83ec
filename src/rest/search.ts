import { searchset } from '../fhir/bundle.ts';
import { type Pair, parseSearch } from '../fhir/search-request.ts';
import { UnknownPage } from '../store/store.ts';
import { fail } from './error.ts';
import type { Handler } from './request.ts';
import { fhirBase } from './service.ts';

const link = (base: string, type: string, pairs: readonly Pair[]): string => {
  const query = new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value]));
  return pairs.length > 0 ? `${base}/${type}?${query}` : `${base}/${type}`;
};

/** https://hl7.org/fhir/R5/http.html#search */
export const search: Handler = async ({ type, query }, service) => {
  const base = fhirBase(service);
  const parsed = parseSearch(type, query, base);
  if (!('request' in parsed)) return { failure: 'malformed', issues: parsed };
  const { request, applied } = parsed;
  try {
    const { total, matches, next } = await service.store.search(request);
    const self: readonly Pair[] =
      request.page === undefined ? applied : [...applied, ['_page', request.page]];
    return {
      status: 200,
      body: searchset({
        total,
        self: link(base, type, self),
        ...(next !== undefined && { next: link(base, type, [...applied, ['_page', next]]) }),
        entries: matches.map(({ id, text }) => ({ fullUrl: `${base}/${type}/${id}`, text })),
      }),
    };
  } catch (error) {
    if (!(error instanceof UnknownPage)) throw error;
    return fail('malformed', 'value', '_page is not one that this search was given; follow its next link', {
      expression: 'http._page',
    });
  }
};
