import { type Failure, fail } from './error.ts';
import type { Request } from './request.ts';
import type { Route } from './route.ts';
import { routesIn } from './routes-in.ts';
import type { FhirVersion } from './version/fhir-version.ts';
import { VERSIONS } from './version/versions.ts';

/** The names in a path. */
export type PathNames = Pick<Request, 'type' | 'id' | 'versionId' | 'compartment' | 'file' | 'signature'>;

/** A route that serves a method and path. */
export interface Match {
  readonly route: Route;
  readonly names: PathNames;
}

const NAMELESS: PathNames = { type: '', id: '', versionId: '', compartment: '', file: '', signature: '' };

/** A route, and the names that it is served for, where those are only some. */
interface Served {
  readonly route: Route;
  readonly types: ReadonlySet<string> | undefined;
  readonly compartments: ReadonlySet<string> | undefined;
}

interface Template {
  readonly path: string;
  readonly pattern: RegExp;
  readonly served: readonly Served[];
}

const NAME = /\{(\w+)\}/g;

const PATTERNS: Record<string, string> = {
  type: '(?<type>[A-Za-z]+)',
  compartment: '(?<compartment>[A-Za-z]+)',
  id: '(?<id>[^/$_*][^/]*)',
  versionId: '(?<versionId>[^/]+)',
  file: '(?<file>[^/]+)',
  signature: '(?<signature>[^/]+)',
};

const escaped = (text: string): string => text.replace(/[$.*]/g, '\\$&');

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split(NAME)
      .map((part, at) => (at % 2 === 0 ? escaped(part) : PATTERNS[part]))
      .join('')}$`,
  );

/** Names stand behind what is written out: `/fhir/metadata` before `/fhir/{type}`. */
const bySpecificity = (a: Template, b: Template): number =>
  a.path.replace(NAME, '~').localeCompare(b.path.replace(NAME, '~'), 'en');

const setOf = (names: readonly string[] | undefined): ReadonlySet<string> | undefined =>
  names && new Set(names);

const templatesOf = (routes: readonly Route[]): readonly Template[] =>
  [...Map.groupBy(routes, ({ path }) => path)]
    .map(([path, here]) => ({
      path,
      pattern: patternOf(path),
      served: here.map((route) => ({
        route,
        types: setOf(route.types),
        compartments: setOf(route.compartments),
      })),
    }))
    .sort(bySpecificity);

/** No name has a slash in it, so that a template is matched by paths of its own number of parts only. */
const partsOf = (path: string): number => path.split('/').length;

const isServed = (served: ReadonlySet<string> | undefined, name: string): boolean =>
  served === undefined || served.has(name);

/** What is at a path that a template matches: no route where it is for others than the names in the path. */
interface Place {
  readonly names: PathNames;
  readonly routes: readonly Route[];
}

const placeOf = ({ pattern, served }: Template, path: string): Place | undefined => {
  const hit = pattern.exec(path);
  if (hit === null) return undefined;
  const names: PathNames = { ...NAMELESS, ...hit.groups };
  const routes = served.flatMap(({ route, types, compartments }) =>
    isServed(types, names.type) && isServed(compartments, names.compartment) ? [route] : [],
  );
  return { names, routes };
};

const withMethod = (method: string, { names, routes }: Place): Match | Failure => {
  const wanted = method === 'HEAD' ? 'GET' : method;
  const route = routes.find((one) => one.method === wanted);
  if (route !== undefined) return { route, names };
  const allowed = routes.flatMap((one) => (one.method === 'GET' ? ['GET', 'HEAD'] : [one.method])).join(', ');
  return fail('method-not-allowed', 'not-supported', `${method} is not allowed here, only ${allowed}`, {
    headers: { Allow: allowed },
  });
};

/** That there is nothing at a path, or not for the type in it. */
const nothingAt = (path: string, names: PathNames | undefined, { name, types }: FhirVersion): Failure => {
  const type = names && (names.type || names.compartment);
  return fail(
    'not-found',
    names ? 'not-supported' : 'not-found',
    type === undefined || types.includes(type)
      ? `There is nothing at ${path}; see /fhir/metadata`
      : `“${type}” is not a resource type that is served in FHIR ${name}; those are: ${types.join(', ')}`,
  );
};

/** Finds the route for a method and a decoded path in one version of FHIR, or what is wrong with them. */
const matcherIn = (version: FhirVersion, routes: readonly Route[]) => {
  const templates = Map.groupBy(templatesOf(routesIn(version, routes)), ({ path }) => partsOf(path));
  return (method: string, path: string): Match | Failure => {
    let unserved: PathNames | undefined;
    for (const template of templates.get(partsOf(path)) ?? []) {
      const place = placeOf(template, path);
      if (place === undefined) continue;
      if (place.routes.length > 0) return withMethod(method, place);
      unserved ??= place.names;
    }
    return nothingAt(path, unserved, version);
  };
};

/** Finds the route for a method and a decoded path in a version of FHIR, or what is wrong with them. */
export const createMatcher = (routes: readonly Route[]) => {
  const matchers = new Map(VERSIONS.map((version) => [version, matcherIn(version, routes)]));
  return (version: FhirVersion, method: string, path: string): Match | Failure =>
    matchers.get(version)!(method, path);
};

export type Matcher = ReturnType<typeof createMatcher>;
