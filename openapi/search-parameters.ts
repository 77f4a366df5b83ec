import { comparatorsOf, modifiersOf } from '../src/fhir/search/modifier.ts';
import { MAX_COUNT, type ResultParameter } from '../src/fhir/search/result-parameter.ts';
import type { SearchParameter } from '../src/fhir/search/search-parameter.ts';
import { builtInSearchParameters } from '../src/fhir/search/search-parameters.ts';
import { FORM_PARAMETERS } from '../src/rest/route.ts';
import { list, type Schema, text } from './schema.ts';

/** A parameter of a query as the document has it. */
export interface QueryParameter {
  readonly name: string;
  readonly description: string;
  readonly schema: Schema;
}

/** Parameters that are no names of a query by themselves: `_has:Type:reference:parameter`. */
const INCOMPLETE = ['_has'];

/** As many types as are named in a description. */
const MOST_TARGETS = 10;

const described = (parameter: SearchParameter): string => {
  const { type, description, target } = parameter;
  const targets = target !== undefined && target.length <= MOST_TARGETS ? `: ${target.join(', ')}` : '';
  const [modifiers, comparators] = [modifiersOf(parameter), comparatorsOf(parameter)];
  return [
    `${description.trim()} (${type}${targets})`,
    ...(modifiers.length > 0 ? [`Modifiers: ${modifiers.join(', ')}.`] : []),
    ...(comparators.length > 0 ? [`Prefixes: ${comparators.join(', ')}.`] : []),
  ].join('\n\n');
};

/** Given more than once, all of them have to hold; values divided by commas are alternatives. */
const VALUES = list({ type: 'string', minLength: 1 });

/** The search parameters of a type; without one, those of all types. */
export const searchParameters = (type: string): readonly QueryParameter[] =>
  builtInSearchParameters()
    .of(type === '' ? 'Resource' : type)
    .filter(({ base, code }) => (type !== '' || base === 'Resource') && !INCOMPLETE.includes(code))
    .filter(({ code }) => type === '' || code !== '_type')
    .map((one) => ({ name: one.code, description: described(one), schema: VALUES }));

const oneOf = (...choices: readonly string[]): Schema => ({ type: 'string', enum: choices });

const RESULT: Readonly<
  Record<Exclude<ResultParameter, '_format' | '_pretty'>, Omit<QueryParameter, 'name'>>
> = {
  _sort: {
    description: 'Search parameters to sort by, divided by commas; with `-` before it descending',
    schema: text,
  },
  _include: {
    description:
      'References that are followed: `*`, `Type:parameter` or `Type:parameter:Target`. Modifier: iterate.',
    schema: VALUES,
  },
  _revinclude: {
    description:
      'References to what was found that are followed back: `*` or `Type:parameter`. Modifier: iterate.',
    schema: VALUES,
  },
  _total: { description: 'How the total is counted', schema: oneOf('none', 'estimate', 'accurate') },
  _summary: {
    description: 'A part of each resource, or only how many there are',
    schema: oneOf('true', 'text', 'data', 'count', 'false'),
  },
  _elements: { description: 'Names of the elements that are wanted, divided by commas', schema: text },
  _contained: {
    description: 'Whether resources contained in others are found, those alone or with all others',
    schema: oneOf('false', 'true', 'both'),
  },
  _containedType: {
    description: 'What stands for a contained resource: the resource that contains it, or it alone',
    schema: oneOf('container', 'contained'),
  },
  _count: {
    description: `Resources on a page, ${MAX_COUNT} at most; 0 for the total alone`,
    schema: { type: 'integer', minimum: 0, maximum: MAX_COUNT },
  },
  _page: { description: 'As it stands in a next link', schema: text },
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

/** The parameters of the form of an answer. */
export const FORM_QUERY: readonly QueryParameter[] = FORM_PARAMETERS.map(
  ({ name, description, choices }) => ({
    name,
    description,
    schema: choices ? oneOf(...choices) : text,
  }),
);
