import compression from 'compression';
import express, {
  type ErrorRequestHandler,
  type Request as Incoming,
  type Response,
  type Router,
} from 'express';
import type { Principal } from '../security/principal.ts';
import { accessOf } from './admission.ts';
import { type Answer, versionHeaders } from './answer.ts';
import { authenticated } from './authenticated.ts';
import { BUSY, type Failure, thrownFailure, unreadBody } from './error.ts';
import { FHIR_JSON } from './media-type.ts';
import { atMost } from './overload.ts';
import { refused, respond } from './respond.ts';
import { match as matchAny, servedBy } from './routes.ts';
import type { Service } from './service.ts';
import { createWorkbench } from './workbench.ts';

const send = (response: Response, { status, headers, version, mediaType, body }: Answer): void => {
  const told = version && versionHeaders(version);
  response
    .status(status)
    .vary('Accept')
    .set({ 'X-Content-Type-Options': 'nosniff', ...told, ...headers });
  if (body === undefined) {
    response.end();
    return;
  }
  // Express's own `set` adds a charset to what a Binary says of itself.
  response.setHeader('Content-Type', mediaType ?? `${FHIR_JSON[0]}; charset=utf-8`);
  response.set('Content-Length', String(Buffer.byteLength(body)));
  response.end(body);
};

/** Whether what is asked for is for everybody. */
const isOpen = ({ method, path }: Incoming): boolean => {
  const matched = matchAny(method, path);
  return 'route' in matched && accessOf(matched.route) === 'open';
};

/** The address of the FHIR interface as the client sees it: https://expressjs.com/en/guide/behind-proxies.html */
const baseOf = (incoming: Incoming, { baseUrl }: Service): string => {
  const isForwarded =
    incoming.get('x-forwarded-host') !== undefined || incoming.get('x-forwarded-proto') !== undefined;
  const isTrusted = incoming.app.get('trust proxy fn')(incoming.socket.remoteAddress, 0);
  return `${isForwarded && isTrusted ? `${incoming.protocol}://${incoming.host}` : baseUrl}/fhir`;
};

/** Express's router over the table of routes; what is thrown anywhere becomes an OperationOutcome here. */
export const createRouter = (service: Service): Router => {
  const refuse = (failure: Failure, incoming: Incoming, response: Response): void =>
    send(response, refused({ url: incoming.originalUrl, header: (name) => incoming.get(name) }, failure));
  const onUnreadBody: ErrorRequestHandler = (error, incoming, response, _next) =>
    refuse(unreadBody(error), incoming, response);
  const onError: ErrorRequestHandler = (error, incoming, response, next) => {
    service.logError(error, `${incoming.method} ${incoming.path}`);
    if (response.headersSent) next(error);
    else refuse(thrownFailure(error), incoming, response);
  };
  const { match } = servedBy(service);
  const router = express.Router({ caseSensitive: true });
  router.use(atMost(service.mostRequests, (incoming, response) => refuse(BUSY, incoming, response)));
  router.use(compression({ threshold: 1024 }));
  router.use(createWorkbench(service.workbench));
  // Of those who are not let in nothing is read.
  router.use(async (incoming, response, next) => {
    const { security } = service;
    if (security === undefined || isOpen(incoming)) return next();
    const principal = await authenticated(incoming.get('authorization'), security);
    if ('failure' in principal) return refuse(principal, incoming, response);
    response.locals.principal = principal;
    next();
  });
  router.use(express.raw({ type: () => true, limit: service.bodyLimit }));
  router.use(onUnreadBody);
  router.use(async (incoming, response) => {
    const { body } = incoming as Incoming & { body?: unknown };
    const received = {
      method: incoming.method,
      url: incoming.originalUrl,
      base: baseOf(incoming, service),
      header: (name: string) => incoming.get(name),
      principal: response.locals.principal as Principal | undefined,
      body: body instanceof Uint8Array ? body : new Uint8Array(),
    };
    send(response, await respond(received, match, service));
  });
  router.use(onError);
  return router;
};
