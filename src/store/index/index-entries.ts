import type { FhirResource } from 'fhir/r5.js';
import { parsePath } from '../../fhir/search/path.ts';
import {
  indexKey,
  type SearchParameter,
  type SearchParameterComponent,
  type SearchParameters,
} from '../../fhir/search/search-parameter.ts';
import { ENTRIES, stringEntry } from './entries.ts';
import { finder } from './find.ts';
import type { Found } from './found.ts';
import type { IndexEntry, Place } from './index-entry.ts';
import type { Fragments } from './literal-reference.ts';
import { referenceIdentifiers, referenceTexts } from './reference.ts';
import { identifierToken, tokensOfType, tokenTexts } from './token.ts';
import { begins } from './walk.ts';

/** Makes the entries of what a search parameter found. */
type Entries = (found: Found) => readonly IndexEntry[];

/** What modifiers look at beside the value itself: https://hl7.org/fhir/R5/search.html#modifiers */
const besides = (parameter: SearchParameter): Entries => {
  const at = (more: ':text' | ':of-type' | ':identifier'): Place => ({
    parameter: indexKey(parameter, more),
    part: 0,
  });
  const [atText, atType, atIdentifier] = [at(':text'), at(':of-type'), at(':identifier')];
  switch (parameter.type) {
    case 'token':
      return (found) => [
        ...tokensOfType(found).map((token): IndexEntry => ({ ...atType, kind: 'token', ...token })),
        ...tokenTexts(found).map((text) => stringEntry(atText, text)),
      ];
    case 'reference':
      return (found) => [
        ...referenceIdentifiers(found).map(
          (one): IndexEntry => ({ ...atIdentifier, kind: 'token', ...identifierToken(one) }),
        ),
        ...referenceTexts(found).map((text) => stringEntry(atText, text)),
      ];
    default:
      return () => [];
  }
};

/** The parts of one element; none unless every component has a value, as the element could not be found. */
const elementEntries = (
  parameter: SearchParameter,
  components: readonly SearchParameterComponent[],
  element: Found,
  part: number,
): readonly IndexEntry[] => {
  const entries = components.map(({ type, expression }, index) => {
    const place = { parameter: indexKey(parameter, `$${index + 1}`), part };
    return finder(expression)(element).flatMap((found) => ENTRIES[type](place, found));
  });
  return entries.some((one) => one.length === 0) ? [] : entries.flat();
};

const isSame = (one: IndexEntry, other: IndexEntry): boolean => {
  for (const name in one) {
    if (one[name as keyof IndexEntry] !== other[name as keyof IndexEntry]) return false;
  }
  return true;
};

/** So many are compared with each other, in a tenth of the time that it takes to write them as texts. */
const FEW = 16;

/** Elements that say the same give one entry. */
const distinct = (entries: readonly IndexEntry[]): readonly IndexEntry[] => {
  if (entries.length < 2) return entries;
  return entries.length <= FEW
    ? entries.filter((entry, at) => entries.findIndex((one) => isSame(one, entry)) === at)
    : [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
};

/** Makes the entries of a search parameter. */
interface Indexer {
  /** The elements without which there are none; undefined if there may be all the same. */
  readonly begins: readonly string[] | undefined;
  readonly entriesOf: Entries;
}

const indexer = (parameter: SearchParameter, expression: string, resourceType: string): Indexer => {
  const { type, components = [] } = parameter;
  const find = finder(expression);
  const path = parsePath(expression);
  const found = { begins: path && begins(path, resourceType) };
  if (type === 'composite')
    return {
      ...found,
      entriesOf: (resource) =>
        distinct(find(resource).flatMap((value, part) => elementEntries(parameter, components, value, part))),
    };
  const place = { parameter: indexKey(parameter), part: 0 };
  const entriesOf = ENTRIES[type];
  const more = besides(parameter);
  return {
    ...found,
    entriesOf: (resource) => {
      const entries: IndexEntry[] = [];
      for (const value of find(resource)) entries.push(...entriesOf(place, value), ...more(value));
      return distinct(entries);
    },
  };
};

const known = new WeakMap<SearchParameters, Map<string, readonly Indexer[]>>();

/** Those of the search parameters of a type that have expressions, made once. */
const indexersOf = (parameters: SearchParameters, type: string): readonly Indexer[] => {
  const byType = known.get(parameters) ?? new Map<string, readonly Indexer[]>();
  known.set(parameters, byType);
  const indexers =
    byType.get(type) ??
    parameters
      .of(type)
      .flatMap((one) => (one.expression === undefined ? [] : [indexer(one, one.expression, type)]));
  byType.set(type, indexers);
  return indexers;
};

/** All values by which a resource is found, by the search parameters of its type. */
export const indexEntries = (
  resource: FhirResource,
  parameters: SearchParameters,
  fragments?: Fragments,
): readonly IndexEntry[] => {
  const type = resource.resourceType;
  const start: Found = { type, value: resource, ...(fragments !== undefined && { fragments }) };
  return indexersOf(parameters, type).flatMap(({ begins, entriesOf }) =>
    begins === undefined || begins.some((name) => name in resource) ? entriesOf(start) : [],
  );
};
