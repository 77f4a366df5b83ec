import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
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
import { NDJSON } from './bulk/file-name.ts';
import { BUSY, type Failure, thrownFailure, unreadBody } from './error.ts';
import { FHIR_JSON } from './media-type.ts';
import { observed } from './observed.ts';
import { atMost } from './overload.ts';
import { limited } from './rate-limit.ts';
import { recordRefusal } from './recorded-refusal.ts';
import { REQUEST_ID, requestId } from './request-id.ts';
import { type Received, refused, respond } from './respond.ts';
import type { Route } from './route.ts';
import { match as matchAny, servedBy } from './routes.ts';
import type { Service } from './service.ts';
import { based } from './version/versions.ts';
import { addWorkbench } from './workbench.ts';

/** Ends when all is sent; resolves, too, where the client goes away before that. */
const stream = async (response: Response, parts: AsyncIterable<string>): Promise<void> => {
  try {
    await pipeline(Readable.from(parts), response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
};

const send = async (
  response: Response,
  { status, headers, version, mediaType, body }: Answer,
): Promise<void> => {
  const told = version && versionHeaders(version);
  response
    .status(status)
    .vary('Accept, Accept-Encoding')
    .set({ 'X-Content-Type-Options': 'nosniff', ...told, ...headers });
  if (body === undefined) {
    response.end();
    return;
  }
  // Express's own `set` adds a charset to what a Binary says of itself.
  response.setHeader('Content-Type', mediaType ?? `${FHIR_JSON[0]}; charset=utf-8`);
  if (typeof body === 'object' && Symbol.asyncIterator in body) {
    if (response.req.method === 'HEAD') response.end();
    else await stream(response, body);
    return;
  }
  // As bytes, whose number is known: of a text, Node takes three times the room that it may need.
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.setHeader('Content-Length', bytes.length);
  response.end(bytes);
};

/** What is known of a request before it is answered. */
interface Locals {
  requestId: string;
  principal?: Principal;
  route?: Route;
  /** Why it is not answered. */
  refusal?: Failure;
}

const localsOf = ({ locals }: Response): Locals => locals as Locals;

/** NDJSON, which the list of media types does not know, is text like any other. */
const isCompressible: compression.CompressionFilter = (incoming, response) =>
  response.getHeader('content-type') === NDJSON || compression.filter(incoming, response);

/** Whether what is asked for is for everybody. */
const isOpen = ({ method, path }: Incoming): boolean => {
  const { url, fhirVersion } = based(path);
  const matched = matchAny(fhirVersion, method, url);
  return 'route' in matched && accessOf(matched.route) === 'open';
};

/** The address of the server's root as the client sees it: https://expressjs.com/en/guide/behind-proxies.html */
const rootOf = (incoming: Incoming, { baseUrl }: Service): string => {
  const isForwarded =
    incoming.get('x-forwarded-host') !== undefined || incoming.get('x-forwarded-proto') !== undefined;
  const isTrusted = incoming.app.get('trust proxy fn')(incoming.socket.remoteAddress, 0);
  return isForwarded && isTrusted ? `${incoming.protocol}://${incoming.host}` : baseUrl;
};

/** A request as far as it has been read. */
const receivedFrom = (incoming: Incoming, response: Response, service: Service): Received => {
  const { body } = incoming as Incoming & { body?: unknown };
  const { url, base, fhirVersion } = based(incoming.originalUrl);
  const { principal, requestId } = localsOf(response);
  return {
    method: incoming.method,
    url,
    base: rootOf(incoming, service) + base,
    fhirVersion,
    header: (name) => incoming.get(name),
    principal,
    clientAddress: incoming.ip ?? '',
    requestId,
    body: body instanceof Uint8Array ? body : new Uint8Array(),
  };
};

/** Express's router over the table of routes; what is thrown anywhere becomes an OperationOutcome here. */
export const createRouter = (service: Service): Router => {
  const refuse = (failure: Failure, incoming: Incoming, response: Response): void =>
    void send(
      response,
      refused({ ...based(incoming.originalUrl), header: (name) => incoming.get(name) }, failure),
    );
  const onUnreadBody: ErrorRequestHandler = (error, incoming, response, _next) =>
    refuse(unreadBody(error), incoming, response);
  const onError: ErrorRequestHandler = (error, incoming, response, next) => {
    service.logError(error, `${incoming.method} ${incoming.path}`, localsOf(response).requestId);
    if (response.headersSent) next(error);
    else refuse(thrownFailure(error, localsOf(response).requestId), incoming, response);
  };
  const { security, rateLimit } = service;
  const { match } = servedBy(service);
  const router = express.Router({ caseSensitive: true });
  router.use((incoming, response, next) => {
    const id = requestId(incoming.get(REQUEST_ID));
    localsOf(response).requestId = id;
    response.set(REQUEST_ID, id);
    next();
  });
  router.use(observed(service, (response) => localsOf(response).route));
  router.use(atMost(service.mostRequests, (incoming, response) => refuse(BUSY, incoming, response)));
  const compressed = compression({ threshold: 1024, filter: isCompressible });
  router.use((incoming, response, next) => {
    if (incoming.headers['accept-encoding'] === undefined) next();
    else compressed(incoming, response, next);
  });
  addWorkbench(router, service.workbench);
  // Of those who are not let in nothing is read.
  if (security)
    router.use(async (incoming, response, next) => {
      if (isOpen(incoming)) return next();
      const found = await authenticated(incoming.get('authorization'), security);
      if ('failure' in found) localsOf(response).refusal = found;
      else localsOf(response).principal = found;
      next();
    });
  if (rateLimit !== undefined)
    router.use(limited(rateLimit, (response) => localsOf(response).principal, refuse));
  if (security)
    router.use(async (incoming, response, next) => {
      const { refusal } = localsOf(response);
      if (refusal === undefined) return next();
      await recordRefusal(receivedFrom(incoming, response, service), refusal, match, service);
      refuse(refusal, incoming, response);
    });
  router.use(express.raw({ type: () => true, limit: service.bodyLimit }));
  router.use(onUnreadBody);
  router.use(async (incoming, response) => {
    const received = receivedFrom(incoming, response, service);
    const { route, ...answer } = await respond(received, match, service);
    if (route) localsOf(response).route = route;
    await send(response, answer);
  });
  router.use(onError);
  return router;
};
