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

interface Template {
  readonly path: string;
  readonly pattern: RegExp;
  readonly routes: readonly Route[];
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

const templatesOf = (routes: readonly Route[]): readonly Template[] =>
  [...Map.groupBy(routes, ({ path }) => path)]
    .map(([path, here]) => ({ path, pattern: patternOf(path), routes: here }))
    .sort(bySpecificity);

/** No name has a slash in it, so that a template is matched by paths of its own number of parts only. */
const partsOf = (path: string): number => path.split('/').length;

/** Finds the route for a method and a decoded path in one version of FHIR, or what is wrong with them. */
const matcherIn = (version: FhirVersion, routes: readonly Route[]) => {
  const templates = Map.groupBy(templatesOf(routesIn(version, routes)), ({ path }) => partsOf(path));
  return (method: string, path: string): Match | Failure => {
    const hits = (templates.get(partsOf(path)) ?? []).flatMap((template) => {
      const hit = template.pattern.exec(path);
      return hit === null ? [] : [{ template, groups: hit.groups }];
    });
    if (hits.length === 0)
      return fail('not-found', 'not-found', `There is nothing at ${path}; see /fhir/metadata`);
    const found = hits
      .map(({ template, groups }) => {
        const names: PathNames = { ...NAMELESS, ...groups };
        const isServed = (served: readonly string[] | undefined, name: string) =>
          served === undefined || served.includes(name);
        const here = template.routes.filter(
          ({ types, compartments }) =>
            isServed(types, names.type) && isServed(compartments, names.compartment),
        );
        return { names, here };
      })
      .filter(({ here }) => here.length > 0);
    const [first] = found;
    if (first === undefined) {
      const type = hits[0]?.groups?.type ?? hits[0]?.groups?.compartment ?? '';
      return fail(
        'not-found',
        'not-supported',
        version.types.includes(type)
          ? `There is nothing at ${path}; see /fhir/metadata`
          : `“${type}” is not a resource type that is served in FHIR ${version.name}; those are: ${version.types.join(', ')}`,
      );
    }
    const { names, here } = first;
    const wanted = method === 'HEAD' ? 'GET' : method;
    const route = here.find((one) => one.method === wanted);
    if (route !== undefined) return { route, names };
    const allowed = here.flatMap((one) => (one.method === 'GET' ? ['GET', 'HEAD'] : [one.method]));
    return fail(
      'method-not-allowed',
      'not-supported',
      `${method} is not allowed here, only ${allowed.join(', ')}`,
      {
        headers: { Allow: allowed.join(', ') },
      },
    );
  };
};

/** Finds the route for a method and a decoded path in a version of FHIR, or what is wrong with them. */
export const createMatcher = (routes: readonly Route[]) => {
  const matchers = new Map(VERSIONS.map((version) => [version, matcherIn(version, routes)]));
  return (version: FhirVersion, method: string, path: string): Match | Failure =>
    matchers.get(version)!(method, path);
};

export type Matcher = ReturnType<typeof createMatcher>;
