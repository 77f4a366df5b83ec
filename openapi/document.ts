import packageJson from '../package.json' with { type: 'json' };
import { type SearchParameter, searchParameters } from '../src/fhir/search-parameter.ts';
import { MAX_COUNT } from '../src/fhir/search-request.ts';
import { FAILURES } from '../src/rest/error.ts';
import { FORM_PARAMETERS, type MediaSchemas, type Parameter, type Route } from '../src/rest/route.ts';
import { routes } from '../src/rest/routes.ts';
import { type Schema, schemas } from './schemas.ts';

/** A parameter as it stands in the document. */
interface DocumentParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
}

const optional = (
  where: 'query' | 'header',
  { name, description, choices }: Parameter,
): DocumentParameter => ({
  name,
  in: where,
  required: false,
  description,
  schema: { type: 'string', ...(choices && { enum: choices }) },
});

const inPath = (name: string, description: string, pattern: string): DocumentParameter => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string', pattern },
});

const PATH_PARAMETERS = [
  inPath('id', 'Logical id', '^[A-Za-z0-9\\-.]{1,64}$'),
  inPath('versionId', 'Number of the version', '^[1-9][0-9]*$'),
];

const RESULT_PARAMETERS: readonly DocumentParameter[] = [
  {
    ...optional('query', { name: '_count', description: 'Resources on a page; 0 for the total alone' }),
    schema: { type: 'integer', minimum: 0, maximum: MAX_COUNT },
  },
  optional('query', {
    name: '_summary',
    description: 'Only the total, or everything',
    choices: ['count', 'false'],
  }),
  optional('query', { name: '_page', description: 'As it stands in a next link' }),
];

const searchParameter = ({ code, type, description, target }: SearchParameter): DocumentParameter => ({
  ...optional('query', {
    name: code,
    description: `${description} (${type}${target && target.length < 10 ? `: ${target.join(', ')}` : ''})`,
  }),
  // Given more than once, all of them have to hold.
  schema: { type: 'array', items: { type: 'string' } },
});

/** The parameters of a route that are the same for all resource types. */
const sharedParameters = ({
  path,
  query,
  interaction,
  headers = [],
}: Route): readonly DocumentParameter[] => [
  ...PATH_PARAMETERS.filter(({ name }) => path.includes(`{${name}}`)),
  ...(query === 'search' ? RESULT_PARAMETERS : (query ?? []).map((one) => optional('query', one))),
  ...(interaction === undefined ? [] : FORM_PARAMETERS).map((one) => optional('query', one)),
  ...headers.map((one) => optional('header', one)),
];

const content = (media: MediaSchemas, type: string) =>
  Object.fromEntries(
    Object.entries(media).map(([mediaType, name]) => [
      mediaType,
      { schema: { $ref: `#/components/schemas/${name.replace('{type}', type)}` } },
    ]),
  );

const responses = ({ answers, failures }: Route, type: string) => ({
  ...Object.fromEntries(
    Object.entries(answers).map(([status, { description, headers = [], content: media }]) => [
      status,
      {
        description,
        ...(headers.length > 0 && {
          headers: Object.fromEntries(headers.map((name) => [name, { schema: { type: 'string' } }])),
        }),
        ...(media && { content: content(media, type) }),
      },
    ]),
  ),
  ...Object.fromEntries(
    failures.map((kind) => [FAILURES[kind].status, { $ref: `#/components/responses/${kind}` }]),
  ),
});

const operation = (route: Route, type: string) => ({
  operationId: `${route.name}${type}`,
  summary: type === '' ? route.summary : `${route.summary}: ${type}`,
  tags: [type === '' ? 'system' : type],
  parameters: [
    ...(route.query === 'search' ? searchParameters(type).map(searchParameter) : []),
    ...sharedParameters(route).map(({ name }) => ({ $ref: `#/components/parameters/${name}` })),
  ],
  ...(route.body && {
    requestBody: { required: route.body.required, content: content(route.body.content, type) },
  }),
  responses: responses(route, type),
});

/** The OpenAPI 3.1 document of the routes, a path for each resource type: https://spec.openapis.org/oas/v3.1.0 */
export const openApiDocument = () => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes)
    for (const type of route.types ?? ['']) {
      const path = route.path.replace('{type}', type);
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, type) };
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Trialbridge',
      version: packageJson.version,
      description: packageJson.description,
      license: { name: packageJson.license, identifier: packageJson.license },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: schemas(),
      parameters: Object.fromEntries(routes.flatMap(sharedParameters).map((one) => [one.name, one])),
      responses: Object.fromEntries(
        Object.entries(FAILURES).map(([kind, { description }]) => [
          kind,
          { description, content: content({ 'application/fhir+json': 'OperationOutcome' }, '') },
        ]),
      ),
    },
  };
};
