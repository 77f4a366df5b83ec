import { R5 } from '../../../src/fhir/elements.ts';
import type { Issue } from '../../../src/fhir/issue.ts';
import type { Pair } from '../../../src/fhir/search/pair.ts';
import { type ParsedSearch, parseSearch } from '../../../src/fhir/search/parse-search.ts';
import type {
  SearchContext,
  SearchTerminology,
  SystemCode,
} from '../../../src/fhir/search/search-context.ts';
import { builtInSearchParameters } from '../../../src/fhir/search/search-parameters.ts';
import { show } from './show.ts';

const FRUIT = 'http://example.org/fruit';

const unknown = (text: string): Issue => ({ severity: 'error', code: 'not-found', text });

const codes = (...all: readonly string[]): readonly SystemCode[] =>
  all.map((code) => ({ system: FRUIT, code }));

/** A code system in which apples and pears are pomes, and pomes fruit. */
const terminology: SearchTerminology = {
  codesIn: async (valueSet) =>
    valueSet === 'http://example.org/pomes' || valueSet === 'ValueSet/pomes'
      ? codes('apple', 'pear')
      : unknown(`There is no value set ${valueSet}`),
  codesBelow: async (system, code) =>
    system === FRUIT && code === 'pome'
      ? codes('pome', 'apple', 'pear')
      : unknown(`${system} is not known here`),
  codesAbove: async (system, code) =>
    system === FRUIT && code === 'apple'
      ? codes('apple', 'pome', 'fruit')
      : unknown(`${system} is not known here`),
};

export const CONTEXT: SearchContext = {
  parameters: builtInSearchParameters(),
  base: 'http://localhost/fhir',
  now: Date.parse('2030-01-01T00:00:00Z'),
  lenient: false,
  mostOnPage: 1000,
  elements: R5,
  shownAs: (type) => type,
  terminology,
};

/** Reads `Type?query` or `?query`, in which only `%`, `+` and `&` need escapes. */
export const search = (
  url: string,
  more: Partial<SearchContext> = {},
): Promise<ParsedSearch | readonly Issue[]> => {
  const [type = '', query = ''] = url.split(/\?(.*)/s);
  const pairs: readonly Pair[] = [...new URLSearchParams(query)];
  return parseSearch(type === '' ? [] : [type], pairs, { ...CONTEXT, ...more });
};

/** What a search asks for, in a line. */
export const criterionOf = async (url: string): Promise<string> => {
  const parsed = await search(url);
  if (!('request' in parsed)) throw new Error(parsed.map(({ text }) => text).join('; '));
  return show(parsed.request.where);
};

/** The only issue of a search. */
export const issueOf = async (url: string): Promise<Issue | undefined> => {
  const parsed = await search(url);
  if ('request' in parsed || parsed.length !== 1) throw new Error(`${url} has not one issue`);
  return parsed[0];
};
