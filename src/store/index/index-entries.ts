import type { FhirResource } from 'fhir/r5.js';
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

/** What modifiers look at beside the value itself: https://hl7.org/fhir/R5/search.html#modifiers */
const besides = (parameter: SearchParameter, found: Found): readonly IndexEntry[] => {
  const at = (more: ':text' | ':of-type' | ':identifier'): Place => ({
    parameter: indexKey(parameter, more),
    part: 0,
  });
  switch (parameter.type) {
    case 'token':
      return [
        ...tokensOfType(found).map((token): IndexEntry => ({ ...at(':of-type'), kind: 'token', ...token })),
        ...tokenTexts(found).map((text) => stringEntry(at(':text'), text)),
      ];
    case 'reference':
      return [
        ...referenceIdentifiers(found).map(
          (one): IndexEntry => ({ ...at(':identifier'), kind: 'token', ...identifierToken(one) }),
        ),
        ...referenceTexts(found).map((text) => stringEntry(at(':text'), text)),
      ];
    default:
      return [];
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

/** Elements that say the same give one entry. */
const distinct = (entries: readonly IndexEntry[]): readonly IndexEntry[] =>
  entries.length < 2
    ? entries
    : [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];

const parameterEntries = (parameter: SearchParameter, resource: Found): readonly IndexEntry[] => {
  const { type, expression, components = [] } = parameter;
  if (expression === undefined) return [];
  const values = finder(expression)(resource);
  if (values.length === 0) return [];
  if (type === 'composite')
    return distinct(values.flatMap((value, part) => elementEntries(parameter, components, value, part)));
  const place = { parameter: indexKey(parameter), part: 0 };
  return distinct(values.flatMap((found) => [...ENTRIES[type](place, found), ...besides(parameter, found)]));
};

/** All values by which a resource is found, by the search parameters of its type. */
export const indexEntries = (
  resource: FhirResource,
  parameters: SearchParameters,
  fragments?: Fragments,
): readonly IndexEntry[] => {
  const type = resource.resourceType;
  const start: Found = { type, value: resource, ...(fragments !== undefined && { fragments }) };
  return parameters.of(type).flatMap((one) => parameterEntries(one, start));
};
