import type { Issue } from '../fhir/issue.ts';
import type { Pair } from '../fhir/search/pair.ts';
import type { SearchRequest } from '../fhir/search/search-request.ts';

/** Reads a search in a type as the server's own interface does, or says what is wrong with it. */
export type Reading = (type: string, query: readonly Pair[]) => Promise<SearchRequest | readonly Issue[]>;

/** An error at an element. */
export const wrongAt = (expression: string, text: string): Issue => ({
  severity: 'error',
  code: 'invalid',
  text,
  expression,
});

/** Whether a value was found, not what is wrong with it. */
export const isFound = <T extends object>(found: T | readonly Issue[]): found is T => !Array.isArray(found);
