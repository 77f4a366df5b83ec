import express, {
  type ErrorRequestHandler,
  type Request as Incoming,
  type Response,
  type Router,
} from 'express';
import { RESOURCE_TYPES } from '../fhir/resource-type.ts';
import type { Answer } from './answer.ts';
import { answerOf, type Failure, fail, failureOf } from './error.ts';
import type { Request } from './request.ts';
import { parsePairs, respond } from './respond.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import type { Service } from './service.ts';

/** The largest body that is read, in bytes. */
const LIMIT = 16 * 1024 * 1024;

const send = (response: Response, outcome: Answer | Failure): void => {
  const { status, headers = {}, mediaType, body } = 'failure' in outcome ? answerOf(outcome) : outcome;
  response.status(status).set({ 'X-Content-Type-Options': 'nosniff', ...headers });
  if (body === undefined) {
    response.end();
    return;
  }
  response.set('Content-Type', mediaType ?? 'application/fhir+json; charset=utf-8');
  response.set('Content-Length', String(Buffer.byteLength(body)));
  response.end(body);
};

const pathNames = (incoming: Incoming): Pick<Request, 'type' | 'id' | 'versionId'> => {
  const { type = '', id = '', versionId = '' } = incoming.params as Record<string, string>;
  return { type, id, versionId };
};

const requestOf = (incoming: Incoming): Request | Failure => {
  const { originalUrl, body } = incoming as Incoming & { body?: unknown };
  const query = parsePairs(originalUrl.split('?').slice(1).join('?'));
  if ('failure' in query) return query;
  return {
    ...pathNames(incoming),
    query,
    header: (name) => incoming.get(name),
    body: body instanceof Uint8Array ? body : new Uint8Array(),
  };
};

const routeOf = (incoming: Incoming, here: readonly Route[]): Route | Failure => {
  const { type } = pathNames(incoming);
  const served = here.filter(({ types }) => types === undefined || types.some((one) => one === type));
  if (served.length === 0)
    return fail(
      'not-found',
      'not-supported',
      `“${type}” is not served; the resource types are: ${RESOURCE_TYPES.join(', ')}`,
    );
  const method = incoming.method === 'HEAD' ? 'GET' : incoming.method;
  const allowed = served.flatMap((one) => (one.method === 'GET' ? ['GET', 'HEAD'] : [one.method]));
  return (
    served.find((one) => one.method === method) ??
    fail(
      'method-not-allowed',
      'not-supported',
      `${incoming.method} is not allowed here, only ${allowed.join(', ')}`,
      {
        headers: { Allow: allowed.join(', ') },
      },
    )
  );
};

const answer = async (
  incoming: Incoming,
  here: readonly Route[],
  service: Service,
): Promise<Answer | Failure> => {
  const route = routeOf(incoming, here);
  if ('failure' in route) return route;
  const request = requestOf(incoming);
  return 'failure' in request ? request : respond(request, route, service);
};

/** Express's router over the table of routes; what is thrown anywhere becomes an OperationOutcome here. */
export const createRouter = (service: Service): Router => {
  const router = express.Router({ caseSensitive: true });
  const readBody = express.raw({ type: () => true, limit: LIMIT });
  for (const [path, here] of Map.groupBy(routes, (route) => route.path)) {
    const pattern = path.replace(/\{(\w+)\}/g, ':$1');
    router.all(pattern, readBody, async (incoming, response) => {
      send(response, await answer(incoming, here, service));
    });
  }
  router.use((incoming, response) => {
    send(
      response,
      fail('not-found', 'not-found', `There is nothing at ${incoming.path}; see /fhir/metadata`),
    );
  });
  const onError: ErrorRequestHandler = (error, incoming, response, next) => {
    if (response.headersSent) return next(error);
    const failure = error instanceof URIError ? malformedPath : failureOf(error);
    if (failure.failure === 'exception') service.logError(error, `${incoming.method} ${incoming.path}`);
    send(response, failure);
  };
  router.use(onError);
  return router;
};

const malformedPath = fail('malformed', 'structure', 'The path has a percent escape that is not UTF-8');
