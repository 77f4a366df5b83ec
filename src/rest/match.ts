import { RESOURCE_TYPES } from '../fhir/resource-type.ts';
import { type Failure, fail } from './error.ts';
import type { Request } from './request.ts';
import type { Route } from './route.ts';

/** The names in a path. */
export type PathNames = Pick<Request, 'type' | 'id' | 'versionId' | 'compartment'>;

/** A route that serves a method and path. */
export interface Match {
  readonly route: Route;
  readonly names: PathNames;
}

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

/** Finds the route for a method and a decoded path, or what is wrong with them. */
export const createMatcher = (routes: readonly Route[]) => {
  const templates = Map.groupBy(templatesOf(routes), ({ path }) => partsOf(path));
  return (method: string, path: string): Match | Failure => {
    const hits = (templates.get(partsOf(path)) ?? []).flatMap((template) => {
      const hit = template.pattern.exec(path);
      return hit === null ? [] : [{ template, groups: hit.groups }];
    });
    if (hits.length === 0)
      return fail('not-found', 'not-found', `There is nothing at ${path}; see /fhir/metadata`);
    const found = hits
      .map(({ template, groups }) => {
        const names: PathNames = { type: '', id: '', versionId: '', compartment: '', ...groups };
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
        RESOURCE_TYPES.some((one) => one === type)
          ? `There is nothing at ${path}; see /fhir/metadata`
          : `“${type}” is not a resource type; the resource types are: ${RESOURCE_TYPES.join(', ')}`,
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

export type Matcher = ReturnType<typeof createMatcher>;
