import type { Issue } from './issue.ts';
import { type SearchParameter, type Step, searchParameters } from './search-parameter.ts';
import {
  ids,
  type ReferenceValue,
  references,
  type TokenValue,
  tokens,
  type Understood,
  uris,
} from './search-value.ts';

/** One condition on the resources looked for; any of its values will do. `parameter` is a search parameter's code. */
export type Filter =
  | { readonly kind: 'id'; readonly anyOf: readonly string[] }
  | { readonly kind: 'token'; readonly parameter: string; readonly anyOf: readonly TokenValue[] }
  | { readonly kind: 'uri'; readonly parameter: string; readonly anyOf: readonly string[] }
  | {
      readonly kind: 'reference';
      readonly parameter: string;
      readonly anyOf: readonly ReferenceValue[];
      readonly via?: readonly Step[];
    };

/** What is looked for: resources of one type that meet all filters, `count` at a time (0: only how many). */
export interface SearchRequest {
  readonly type: string;
  readonly filters: readonly Filter[];
  readonly count: number;
  /** Where the page before this one said it goes on. */
  readonly page?: string;
}

/** A page of what was found; `total` counts all pages, `next` is the `page` of the request that goes on. */
export interface Page<T> {
  readonly total: number;
  readonly matches: readonly T[];
  readonly next?: string;
}

/** A parameter's name with any modifier, and its value, as they were sent and decoded. */
export type Pair = readonly [name: string, value: string];

/** A search as it was understood; `applied` is what a self link has to say of it. */
interface ParsedSearch {
  readonly request: SearchRequest;
  readonly applied: readonly Pair[];
}

/** How many resources a page holds when the client does not say. */
const DEFAULT_COUNT = 50;

/** How many resources a page holds at most. */
export const MAX_COUNT = 1000;

/** How many values a search may have in all; each costs the store a look. */
const MAX_VALUES = 1000;

/** Parameters of the search's result: https://hl7.org/fhir/R5/search.html#modifyingresults */
const RESULT_PARAMETERS = ['_count', '_summary', '_page', '_format', '_pretty'] as const;

const SUMMARIES = ['count', 'false'];

const filterOf = (
  parameter: SearchParameter,
  modifier: string | undefined,
  text: string,
  base: string,
): { readonly filter: Filter } | { readonly wrong: string } => {
  const { code, type, via } = parameter;
  const targets = type === 'reference' ? (parameter.target ?? []) : [];
  if (modifier !== undefined && !targets.includes(modifier)) {
    const choices =
      targets.length > 0 ? `a resource type it leads to (${targets.slice(0, 20).join(', ')})` : 'none';
    return { wrong: `${code} has no modifier “${modifier}”; it takes ${choices}` };
  }
  const wrap = <T>(found: Understood<T>, make: (anyOf: readonly T[]) => Filter) =>
    'wrong' in found ? found : { filter: make(found.values) };
  if (code === '_id') return wrap(ids(text), (anyOf) => ({ kind: 'id', anyOf }));
  if (type === 'token') return wrap(tokens(text), (anyOf) => ({ kind: type, parameter: code, anyOf }));
  if (type === 'uri') return wrap(uris(text), (anyOf) => ({ kind: type, parameter: code, anyOf }));
  return wrap(references(text, parameter, modifier, base), (anyOf) => ({
    kind: type,
    parameter: code,
    anyOf,
    ...(via && { via }),
  }));
};

const isResultParameter = ([name]: Pair): boolean => RESULT_PARAMETERS.some((one) => one === name);

const issue = (name: string, text: string, code: Issue['code'] = 'value'): Issue => ({
  severity: 'error',
  code,
  text,
  expression: `http.${name}`,
});

const readFilter = (type: string, [name, value]: Pair, base: string): Filter | Issue => {
  const [code, modifier, ...more] = name.split(':');
  const known = searchParameters(type);
  const parameter = more.length > 0 ? undefined : known.find((one) => one.code === code);
  if (parameter === undefined) {
    const choices = [...known.map((one) => one.code), ...RESULT_PARAMETERS].join(', ');
    return issue(name, `${type} cannot be searched by “${name}”; choose one of: ${choices}`, 'not-supported');
  }
  const found = filterOf(parameter, modifier, value, base);
  return 'wrong' in found ? issue(name, found.wrong) : found.filter;
};

const resultIssues = (pairs: readonly Pair[]): readonly Issue[] =>
  pairs.flatMap(([name, value], at) => {
    if (pairs.slice(0, at).some(([before]) => before === name))
      return [issue(name, `${name} is given more than once`)];
    if (name === '_count' && !/^\d{1,9}$/.test(value))
      return [issue(name, `“${value}” is not a number of resources`)];
    return name === '_summary' && !SUMMARIES.includes(value)
      ? [issue(name, `_summary=${value} is not supported; choose one of: ${SUMMARIES.join(', ')}`)]
      : [];
  });

const costIssues = (filters: readonly Filter[]): readonly Issue[] => {
  const values = filters.reduce((sum, { anyOf }) => sum + anyOf.length, 0);
  const text = `The search looks for ${values} values; ${MAX_VALUES} are allowed`;
  return values > MAX_VALUES ? [{ severity: 'error', code: 'too-costly', text }] : [];
};

/**
 * Reads a search strictly: what is not known is an error that names the choices.
 * `base` is the address of this server. https://hl7.org/fhir/R5/search.html#errors
 */
export const parseSearch = (
  type: string,
  pairs: readonly Pair[],
  base: string,
): ParsedSearch | readonly Issue[] => {
  const result = pairs.filter(isResultParameter);
  const read = pairs.filter((pair) => !isResultParameter(pair)).map((pair) => readFilter(type, pair, base));
  const filters = read.filter((one) => 'kind' in one);
  const issues = [
    ...read.filter((one) => 'severity' in one),
    ...resultIssues(result),
    ...costIssues(filters),
  ];
  if (issues.length > 0) return issues;

  const { _count: asked = DEFAULT_COUNT, _summary: summary, _page: page } = Object.fromEntries(result);
  const count = summary === 'count' ? 0 : Math.min(Number(asked), MAX_COUNT);
  const applied = pairs.filter(([name]) => name !== '_count' && name !== '_page');
  return {
    request: { type, filters, count, ...(page !== undefined && { page }) },
    applied: summary === 'count' ? applied : [...applied, ['_count', String(count)]],
  };
};
