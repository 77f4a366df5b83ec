import type { Pair } from '../fhir/search/pair.ts';
import { resultParameter } from '../fhir/search/result-parameter.ts';
import type { SearchRequest } from '../fhir/search/search-request.ts';
import type { Guard, Version } from '../store/store.ts';
import { type Failure, fail } from './error.ts';
import { parsePairs } from './pairs.ts';
import { parsedSearch } from './parsed-search.ts';
import type { Request } from './request.ts';
import type { Service } from './service.ts';

/** What meets the condition of a conditional interaction. */
export interface Condition {
  readonly request: SearchRequest;
  readonly found: readonly Version[];
  readonly guard: Guard;
}

/** Looks for what meets a condition, up to `limit`; what names nothing to look for would be met by more than is meant. */
export const conditionOf = async (
  request: Request,
  pairs: readonly Pair[],
  service: Service,
  limit = 2,
): Promise<Condition | Failure> => {
  const criteria = pairs.filter(([name]) => resultParameter(name) === undefined);
  if (criteria.length === 0 || criteria.some(([, value]) => value === ''))
    return fail(
      'precondition-failed',
      'required',
      `A condition needs at least one search parameter of ${request.type}, and a value of each`,
    );
  const parsed = await parsedSearch({ ...request, query: criteria }, service, false);
  if ('failure' in parsed) return parsed;
  const search: SearchRequest = { ...parsed.request, count: limit, total: 'none' };
  const { matches } = await service.store.search(search);
  return {
    request: search,
    found: matches,
    guard: { request: search, found: matches.map(({ id }) => id) },
  };
};

/**
 * The condition in a header or in a reference: a query with or without its `?`, and the type before that; HAPI's client
 * sends the whole address.
 */
export const conditionPairs = (type: string, query: string): readonly Pair[] | Failure => {
  const [before, named] = /^(?:https?:\/\/[^?]*\/)?([A-Za-z]*)\?/.exec(query) ?? [''];
  return named === undefined || named === '' || named === type
    ? parsePairs(query.slice(before.length))
    : fail('malformed', 'invalid', `A condition on a ${named} cannot be met by a ${type}`);
};

/** That a condition that may be met once is met more often. */
export const ambiguous = (type: string): Failure =>
  fail(
    'precondition-failed',
    'multiple-matches',
    `More than one ${type} meets the condition; nothing was changed`,
  );
