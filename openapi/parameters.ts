import { RESOURCE_TYPES } from '../src/fhir/resource-type.ts';
import { FORM_PARAMETERS, type Parameter, type Route } from '../src/rest/route.ts';
import type { Components, Reference } from './components.ts';
import { type Schema, text } from './schema.ts';
import { type QueryParameter, queryParameter, RESULT_QUERY, searchParameters } from './search-parameters.ts';

const ID = '^[A-Za-z0-9\\-.]{1,64}$';

const inPath = (name: string, description: string, schema: Schema) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string', ...schema },
});

const LATER = '`respond-async` to ask for the answer later';

const header = ({ name, description, choices = [] }: Parameter) => ({
  name,
  in: 'header',
  description: [
    description,
    ...choices.map((one) => `\`${one}\``),
    ...(name === 'Prefer' ? [LATER] : []),
  ].join('; '),
  schema: text,
});

const inQuery = (parameter: QueryParameter) => ({ ...parameter, in: 'query' });

/** The parameters of a route's query that do not hang on the type. */
const queryOf = ({ query, path, method }: Route): readonly QueryParameter[] => [
  // A search by POST has them in its body.
  ...(query === 'search' && method === 'GET' ? RESULT_QUERY : []),
  ...(typeof query === 'object' ? query.map(queryParameter) : []),
  ...(path.startsWith('/fhir') ? FORM_PARAMETERS.map(queryParameter) : []),
];

const headersOf = ({ headers = [], interaction }: Route): readonly Parameter[] =>
  interaction === undefined || headers.some(({ name }) => name === 'Prefer')
    ? headers
    : [...headers, { name: 'Prefer', description: 'How to answer' }];

/** The parameters of a route for a resource type; for those of `others` together where the type is empty. */
export const parametersOf = (
  route: Route,
  type: string,
  others: readonly string[],
  parameters: Components,
): readonly Reference[] => {
  const { path, name: of, query, method, compartments = [] } = route;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const searched =
    query === 'condition' || (query === 'search' && method === 'GET') ? searchParameters(type) : [];
  const refer = <P extends { readonly name: string }>(one: P): Reference =>
    parameters.refer(one, one.name, `${one.name}.${type || of}`, `${one.name}.${of}${type}`);
  return [
    ...(names.includes('compartment')
      ? [inPath('compartment', 'Type of the resource whose compartment it is', { enum: compartments })]
      : []),
    ...(names.includes('type') && type === ''
      ? [inPath('type', 'Resource type', { enum: others.length > 0 ? others : RESOURCE_TYPES })]
      : []),
    ...(names.includes('id') ? [inPath('id', 'Logical id', { pattern: ID })] : []),
    ...(names.includes('versionId')
      ? [inPath('versionId', 'Number of the version', { pattern: '^[1-9][0-9]{0,14}$' })]
      : []),
    ...(names.includes('signature')
      ? [inPath('signature', 'What proves that the server has given the address', {})]
      : []),
    ...(names.includes('file') ? [inPath('file', 'Name of the file', {})] : []),
    ...[...searched, ...queryOf(route)].map(inQuery),
    ...headersOf(route).map(header),
  ].map(refer);
};
