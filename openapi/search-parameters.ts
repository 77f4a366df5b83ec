import { documentationOf } from '../src/fhir/search/documentation.ts';
import type { ResultParameter } from '../src/fhir/search/result-parameter.ts';
import type { SearchParameter } from '../src/fhir/search/search-parameter.ts';
import { builtInSearchParameters } from '../src/fhir/search/search-parameters.ts';
import { COMPARATORS } from '../src/fhir/search/value/comparator.ts';
import { FHIR_JSON, FHIR_XML } from '../src/rest/media-type.ts';
import type { Parameter } from '../src/rest/route.ts';
import { list, oneOf, reference, type Schema, someText } from './schema.ts';

/** A parameter of a query as the document has it. */
export interface QueryParameter {
  readonly name: string;
  readonly description: string;
  readonly schema: Schema;
}

/** As many types as are named in a description. */
const MOST_TARGETS = 10;

const described = (parameter: SearchParameter): string => {
  const { type, target } = parameter;
  const targets = target !== undefined && target.length <= MOST_TARGETS ? ` to ${target.join(', ')}` : '';
  return `${documentationOf(parameter)}\n\nType: ${type}${targets}.`;
};

const PREFIX = `(${COMPARATORS.join('|')})?`;
const NUMBER = '[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?';
const TIME = 'T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?';
const DATE = `[0-9]{4}(-[0-9]{2}(-[0-9]{2}(${TIME})?)?)?`;

/** Values divided by commas are alternatives. */
const alternatives = (one: string): Schema => ({ type: 'string', pattern: `^${one}(,${one})*$` });

/** What values have to look like, where that can be told. */
const VALUES: Partial<Record<SearchParameter['type'], Schema>> = {
  number: alternatives(PREFIX + NUMBER),
  date: alternatives(PREFIX + DATE),
  quantity: alternatives(`${PREFIX}${NUMBER}(\\|[^,]*)?`),
};

/** The search parameters of a type; without one, those of all types. */
export const searchParameters = (type: string): readonly QueryParameter[] =>
  builtInSearchParameters()
    .of(type === '' ? 'Resource' : type)
    // `_has` is no name of a parameter by itself.
    .filter(({ code }) => code !== '_has')
    .filter(({ base, code }) => (type === '' ? base === 'Resource' : code !== '_type'))
    // Given more than once, all of them have to hold.
    .map((one) => ({
      name: one.code,
      description: described(one),
      schema: list(VALUES[one.type] ?? someText),
    }));

/** How many resources or versions a page is to have; larger numbers stand for the most there can be. */
const COUNT: Schema = { type: 'integer', minimum: 0, maximum: 999_999_999 };

const RESULT: Readonly<
  Record<Exclude<ResultParameter, '_format' | '_pretty'>, Omit<QueryParameter, 'name'>>
> = {
  _sort: {
    description: 'Search parameters to sort by, divided by commas; with `-` before it descending',
    schema: someText,
  },
  _include: {
    description:
      'References that are followed: `*`, `Type:parameter` or `Type:parameter:Target`. Modifier: iterate.',
    schema: list(someText),
  },
  _revinclude: {
    description:
      'References to what was found that are followed back: `*` or `Type:parameter`. Modifier: iterate.',
    schema: list(someText),
  },
  _total: { description: 'How the total is counted', schema: oneOf(['none', 'estimate', 'accurate']) },
  _summary: {
    description: 'A part of each resource, or only how many there are',
    schema: oneOf(['true', 'text', 'data', 'count', 'false']),
  },
  _elements: { description: 'Names of the elements that are wanted, divided by commas', schema: someText },
  _contained: {
    description: 'Whether resources contained in others are found, those alone or with all others',
    schema: oneOf(['false', 'true', 'both']),
  },
  _containedType: {
    description: 'What stands for a contained resource: the resource that contains it, or it alone',
    schema: oneOf(['container', 'contained']),
  },
  _count: {
    description: 'Resources on a page; 0 for the total alone',
    schema: COUNT,
  },
  _page: { description: 'As it stands in a next link', schema: someText },
};

/** The parameters that modify the result of a search: https://hl7.org/fhir/R5/search.html#modifyingresults */
export const RESULT_QUERY: readonly QueryParameter[] = Object.entries(RESULT).map(([name, one]) => ({
  name,
  ...one,
}));

/** The parameters of a search that is sent as a form: https://hl7.org/fhir/R5/http.html#search-post */
export const searchForm = (type: string): Schema => ({
  type: 'object',
  description: 'The parameters of the search; each may have a modifier or a chain behind its name',
  properties: Object.fromEntries(
    [...searchParameters(type), ...RESULT_QUERY].map(({ name, schema }) => [name, schema]),
  ),
});

/** What the values of parameters have to look like that are the same wherever they are known. */
const KNOWN: Readonly<Record<string, Schema>> = {
  _count: COUNT,
  _since: reference('instant'),
  _at: { type: 'string', pattern: `^${DATE}$` },
  _format: oneOf(['json', 'xml', ...FHIR_JSON, ...FHIR_XML]),
};

/** A parameter of a route's query. */
export const queryParameter = ({ name, description, choices }: Parameter): QueryParameter => ({
  name,
  description,
  schema: choices ? oneOf(choices) : (KNOWN[name] ?? someText),
});
