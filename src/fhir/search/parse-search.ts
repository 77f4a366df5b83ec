import { type Issue, isError } from '../issue.ts';
import type { Subset } from '../subset.ts';
import { budget } from './budget.ts';
import { compartmentCriterion } from './criterion/compartment-criterion.ts';
import { every } from './criterion/criteria.ts';
import { namedCriterion } from './criterion/named-criterion.ts';
import { filterCriterion } from './filter/filter-criterion.ts';
import type { Pair } from './pair.ts';
import type { ReadPair } from './read-pair.ts';
import { readResults, resultParameters } from './result/result-parameters.ts';
import { resultParameter } from './result-parameter.ts';
import type { ReadingContext, SearchContext } from './search-context.ts';
import type { Criterion, SearchRequest } from './search-request.ts';
import { typesNamed } from './types-named.ts';
import { isWrong, type Wrong, wrong } from './wrong.ts';

/** A search as it was understood. */
export interface ParsedSearch {
  readonly request: SearchRequest;
  /** What was used, as a self link has to say it, with `_count`. */
  readonly applied: readonly Pair[];
  /** The part of each resource that is wanted; absent for all of it. */
  readonly subset?: Subset;
  /** What was left out because it was not understood, as warnings. */
  readonly ignored: readonly Issue[];
}

const MAX_PARAMETERS = 500;

/** Parameters the specification knows that are not served, and why. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ['_query', 'There are no named queries here; search by parameters or _filter'],
  ['_graph', 'Graphs are not supported; use _include and _revinclude'],
  ['_score', 'Results have no score'],
  ['_maxresults', 'The number of results is not limited; use _count for the size of a page'],
]);

/** What must not be left out even of a lenient search: https://hl7.org/fhir/R5/search.html#_query */
const isIgnorable = (name: string, found: Wrong): boolean => name !== '_query' && found.code !== 'too-costly';

/** The types of a search in all: https://hl7.org/fhir/R5/search.html#_type */
const readTypes = (
  inUrl: readonly string[],
  pairs: readonly Pair[],
  context: SearchContext,
): readonly ReadPair<readonly string[]>[] =>
  pairs
    .filter(([name]) => name === '_type')
    .map((pair, at) => {
      if (inUrl.length > 0) return { pair, found: wrong('The address names the type already') };
      return { pair, found: at > 0 ? wrong('_type is given more than once') : typesNamed(pair[1], context) };
    });

const criterionOf = async (
  [name, value]: Pair,
  types: readonly string[],
  context: ReadingContext,
): Promise<Criterion | Wrong> => {
  const refused = REFUSED.get(name);
  if (refused !== undefined) return wrong(refused, 'not-supported');
  if (name === '_filter') return filterCriterion(types, value, context);
  return namedCriterion(types, name, value, context);
};

const readCriteria = async (
  pairs: readonly Pair[],
  types: readonly string[],
  context: SearchContext,
): Promise<readonly ReadPair<Criterion>[]> => {
  const reading: ReadingContext = { ...context, spend: budget() };
  const read: ReadPair<Criterion>[] = [];
  for (const pair of pairs) {
    if (pair[0] !== '_type' && resultParameter(pair[0]) === undefined)
      read.push({ pair, found: await criterionOf(pair, types, reading) });
  }
  return read;
};

const understood = <T extends object>(read: readonly ReadPair<T>[]): readonly T[] =>
  read.flatMap(({ found }) => (isWrong(found) ? [] : [found]));

/** A message repeats what was sent, which may be long. */
const cut = (text: string): string => (text.length > 2000 ? `${text.slice(0, 2000)}…` : text);

/** What is wrong with each pair: an error, or a warning where it may be left out. */
const issuesOf = (read: readonly ReadPair<object>[], lenient: boolean): readonly Issue[] =>
  read.flatMap(({ pair: [name], found }) => {
    if (!isWrong(found)) return [];
    const severity = lenient && isIgnorable(name, found) ? 'warning' : 'error';
    return [{ severity, code: found.code, text: cut(found.wrong), expression: cut(`http.${name}`) }];
  });

/**
 * Reads a search in these types, in all without any. Strictly: what is not known is an error that names the choices;
 * leniently it is left out, with a warning. Parameters without a value are as if they were not there.
 * https://hl7.org/fhir/R5/search.html#errors
 */
export const parseSearch = async (
  inUrl: readonly string[],
  sent: readonly Pair[],
  context: SearchContext,
): Promise<ParsedSearch | readonly Issue[]> => {
  const pairs = sent.filter(([, value]) => value !== '');
  if (pairs.length > MAX_PARAMETERS)
    return [
      { severity: 'error', code: 'too-costly', text: `A search may have ${MAX_PARAMETERS} parameters` },
    ];
  const typed = readTypes(inUrl, pairs, context);
  const named = [...inUrl, ...understood(typed).flat()];
  const types = named.length > 0 ? named : (context.types ?? []);
  const criteria = await readCriteria(pairs, types, context);
  const results = readResults(pairs, types, context);
  const read: readonly ReadPair<object>[] = [...typed, ...criteria, ...results];
  const issues = issuesOf(read, context.lenient);
  if (issues.some(isError)) return issues;

  const result = resultParameters(results, context.mostOnPage);
  if (isWrong(result)) return [{ severity: 'error', code: result.code, text: result.wrong }];
  const within = context.compartment && (await compartmentCriterion(types, context.compartment, context));
  if (within && isWrong(within)) return [{ severity: 'error', code: within.code, text: within.wrong }];

  const used = new Set([...typed, ...criteria].flatMap(({ pair, found }) => (isWrong(found) ? [] : [pair])));
  const { request, applied, subset } = result;
  const usedPairs = pairs.filter((pair) => used.has(pair));
  return {
    request: {
      types,
      where: every([...(within ? [within] : []), ...understood(criteria)]),
      ...request,
      sent: JSON.stringify([context.compartment, usedPairs]),
    },
    applied: [...usedPairs, ...applied],
    ...(subset && { subset }),
    ignored: issues,
  };
};
