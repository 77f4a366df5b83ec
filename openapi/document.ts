import packageJson from '../package.json' with { type: 'json' };
import {
  CONFORMANCE_TYPES,
  RESOURCE_TYPES,
  type ResourceType,
  TRIAL_TYPES,
} from '../src/fhir/resource-type.ts';
import type { Route } from '../src/rest/route.ts';
import { routes } from '../src/rest/routes.ts';
import { Components } from './components.ts';
import { operation, type Shared } from './operation.ts';
import { schemas } from './schemas.ts';

/** The resource types that have paths of their own; the others have theirs in common. */
const OWN: readonly ResourceType[] = RESOURCE_TYPES.filter(
  (type) =>
    TRIAL_TYPES.some((one) => one === type) ||
    CONFORMANCE_TYPES.some((one) => one === type) ||
    routes.some(({ types = [] }) => types.length === 1 && types[0] === type),
);

/** The resource types that are written into a route's path; the empty one leaves the others in it, or there are none. */
const typesOf = ({ types = [], compartments }: Route): readonly string[] => {
  // A compartment's paths would be too many: they name no type.
  if (types.length === 0 || compartments !== undefined) return [''];
  const own = types.filter((type) => OWN.includes(type));
  return own.length < types.length ? [...own, ''] : own;
};

const pathsOf = (shared: Shared) => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes)
    for (const type of typesOf(route)) {
      const path = type === '' ? route.path : route.path.replace('{type}', type);
      const all = route.types ?? [];
      const others = route.compartments === undefined ? all.filter((one) => !OWN.includes(one)) : all;
      paths[path] = {
        ...paths[path],
        [route.method.toLowerCase()]: operation(route, type, others, shared),
        ...(route.method === 'GET' && { head: operation(route, type, others, shared, true) }),
      };
    }
  return paths;
};

/** The resource types that are named in what is sent or answered. */
const namedTypes = (): readonly ResourceType[] => {
  const names = new Set(
    routes.flatMap(({ body, answers }) =>
      [body?.content ?? {}, ...Object.values(answers).map(({ content = {} }) => content)].flatMap(
        Object.values,
      ),
    ),
  );
  return RESOURCE_TYPES.filter((type) => names.has(type));
};

/** What a schema cannot say. */
const ABOUT = `FHIR R5 over REST, https://hl7.org/fhir/R5/http.html.

The resource types that trials are said in, and those of what describes this server, have paths and schemas of their
own; all others are under {type}. What each type can be searched by is in the CapabilityStatement, /fhir/metadata.

Search parameters are listed by their names. A modifier (\`title:exact\`), a chain (\`result.entry\`) or a reverse chain
(\`_has:Type:reference:parameter\`) makes other names of them, which OpenAPI cannot list; any other name is refused with
400 and the names that are known, unless the client sends \`Prefer: handling=lenient\`.

FHIR is read and written in JSON and XML; the schemas are those of JSON.`;

/** The OpenAPI 3.1 document of the routes: https://spec.openapis.org/oas/v3.1.0 */
export const openApiDocument = () => {
  const shared: Shared = {
    parameters: new Components('parameters'),
    headers: new Components('headers'),
    requestBodies: new Components('requestBodies'),
    responses: new Components('responses'),
  };
  const paths = pathsOf(shared);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Trialbridge',
      version: packageJson.version,
      summary: packageJson.description,
      description: ABOUT,
      license: { name: packageJson.license, identifier: packageJson.license },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: schemas(OWN, namedTypes()),
      ...Object.fromEntries(Object.entries(shared).map(([kind, components]) => [kind, components.all()])),
    },
  };
};
