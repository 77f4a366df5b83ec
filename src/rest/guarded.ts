import { Forbidden } from '../security/forbidden.ts';
import { permittedStore } from '../security/permitted-store.ts';
import type { Permission } from '../security/scope.ts';
import type { Restricted } from './access.ts';
import { accessOf, missing } from './admission.ts';
import { audited } from './audited.ts';
import { UNAUTHENTICATED } from './authenticated.ts';
import { type Failure, fail } from './error.ts';
import { permissionsFor } from './permissions-for.ts';
import type { Request } from './request.ts';
import type { Route } from './route.ts';
import type { Service } from './service.ts';

/** By what single resources are seen when they are not looked for. */
const SEEING: readonly Permission[] = ['r', 'u', 'd'];

/** The same answer whether or not there is what was asked for: https://www.rfc-editor.org/rfc/rfc6750#section-3.1 */
const FORBIDDEN = fail('forbidden', 'forbidden', 'The scopes of the token do not allow this', {
  headers: { 'WWW-Authenticate': 'Bearer error="insufficient_scope"' },
});

/** The service as the client of a request may use it. */
const admitted = (
  route: Route,
  access: Restricted,
  request: Request,
  service: Service,
): Service | Failure => {
  const { principal } = request;
  if (principal === undefined) return UNAUTHENTICATED;
  const permissions = permissionsFor(principal, request.base, service);
  if (missing(access, route, request, permissions).length > 0) return FORBIDDEN;
  const seeing = access.permissions.find((one) => SEEING.includes(one)) ?? 's';
  return { ...service, store: permittedStore(service.store, permissions, seeing) };
};

type Answering<Result> = (request: Request, service: Service) => Promise<Result>;

const behind =
  <Result>(route: Route, access: Restricted, answering: Answering<Result>): Answering<Result | Failure> =>
  async (request, service) => {
    if (service.security === undefined) return answering(request, service);
    const allowed = admitted(route, access, request, service);
    if ('failure' in allowed) return allowed;
    try {
      return await answering(request, allowed);
    } catch (error) {
      if (error instanceof Forbidden) return FORBIDDEN;
      throw error;
    }
  };

/** A route that does for each client what that client may do: https://hl7.org/fhir/R5/security.html#access */
export const guarded = (route: Route): Route => {
  const access = accessOf(route);
  if (access === 'open') return route;
  return {
    ...route,
    failures: [...route.failures, 'unauthenticated', 'forbidden', 'too-many-requests'],
    handler: audited(route, behind(route, access, route.handler)),
    ...(route.plan && { plan: behind(route, access, route.plan) }),
  };
};
