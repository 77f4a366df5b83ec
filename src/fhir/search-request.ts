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
export interface ParsedSearch {
  readonly request: SearchRequest;
  readonly applied: readonly Pair[];
}

/** How many resources a page holds when the client does not say. */
export const DEFAULT_COUNT = 50;

/** How many resources a page holds at most. */
export const MAX_COUNT = 1000;

/** Parameters of the search's result: https://hl7.org/fhir/R5/search.html#modifyingresults */
export const RESULT_PARAMETERS = ['_count', '_summary', '_page', '_format', '_pretty'] as const;

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

/**
 * Reads a search strictly: what is not known is an error that names the choices.
 * `base` is the address of this server. https://hl7.org/fhir/R5/search.html#errors
 */
export const parseSearch = (
  type: string,
  pairs: readonly Pair[],
  base: string,
): ParsedSearch | readonly Issue[] => {
  const known = searchParameters(type);
  const issues: Issue[] = [];
  const filters: Filter[] = [];
  const applied: Pair[] = [];
  const result = new Map<string, string>();

  const refuse = (name: string, text: string, code: Issue['code'] = 'value') =>
    issues.push({ severity: 'error', code, text, expression: `http.${name}` });

  for (const [name, value] of pairs) {
    const [code = '', modifier, ...more] = name.split(':');
    const parameter = known.find((one) => one.code === code);
    if (RESULT_PARAMETERS.some((one) => one === name)) {
      if (result.has(name)) refuse(name, `${name} is given more than once`);
      result.set(name, value);
      if (name !== '_count' && name !== '_page') applied.push([name, value]);
    } else if (parameter === undefined || more.length > 0) {
      const choices = [...known.map((one) => one.code), ...RESULT_PARAMETERS];
      refuse(
        name,
        `${type} cannot be searched by “${name}”; choose one of: ${choices.join(', ')}`,
        'not-supported',
      );
    } else {
      const found = filterOf(parameter, modifier, value, base);
      if ('wrong' in found) refuse(name, found.wrong);
      else {
        filters.push(found.filter);
        applied.push([name, value]);
      }
    }
  }

  const asked = result.get('_count') ?? String(DEFAULT_COUNT);
  if (!/^\d{1,9}$/.test(asked)) refuse('_count', `“${asked}” is not a number of resources`);
  const summary = result.get('_summary') ?? 'false';
  if (!SUMMARIES.includes(summary))
    refuse('_summary', `_summary=${summary} is not supported; choose one of: ${SUMMARIES.join(', ')}`);
  if (issues.length > 0) return issues;

  const count = summary === 'count' ? 0 : Math.min(Number(asked), MAX_COUNT);
  const page = result.get('_page');
  const request: SearchRequest = { type, filters, count, ...(page !== undefined && { page }) };
  return { request, applied: summary === 'count' ? applied : [...applied, ['_count', String(count)]] };
};
