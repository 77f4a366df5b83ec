import type { ResourceType } from '../fhir/resource-type.ts';
import { accessOf } from './admission.ts';
import type { Route } from './route.ts';
import type { FhirVersion } from './version/fhir-version.ts';

/** Whether nothing of what a route is for is changed by it. */
const isReading = (route: Route): boolean => {
  const access = accessOf(route);
  return access === 'open' || access.permissions.every((one) => one === 'r' || one === 's');
};

/** Whether a route is served for a type: of one that shows another, what is stored can be read and looked for. */
const isServed = (route: Route, type: string, { ofType, isReadOnly }: FhirVersion): boolean => {
  const stored = ofType(type).type;
  if (!route.types?.some((one) => one === stored)) return false;
  if (stored !== type && typeof route.interaction === 'object') return false;
  return !isReadOnly(type) || isReading(route);
};

/** What of the routes is served in a version of FHIR, each for the types that are. */
export const routesIn = (version: FhirVersion, routes: readonly Route[]): readonly Route[] =>
  routes.flatMap((route) => {
    if (route.onlyIn !== undefined && route.onlyIn !== version.name) return [];
    if (route.types === undefined) return [route];
    const types = version.types.filter((type) => isServed(route, type, version));
    return types.length > 0 ? [{ ...route, types: types as readonly ResourceType[] }] : [];
  });
