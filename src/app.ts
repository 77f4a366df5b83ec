import cors from 'cors';
import express, { type Express, type Router } from 'express';
import { addProbes, type Watch } from './rest/probes.ts';
import { REQUEST_ID } from './rest/request-id.ts';
import { createRouter } from './rest/router.ts';
import { securityHeaders } from './rest/security-headers.ts';
import type { Service } from './rest/service.ts';

/** The headers of answers that pages of other origins may read, beside those that they always may. */
const EXPOSED = [
  'Content-Location',
  'ETag',
  'Location',
  'Retry-After',
  'WWW-Authenticate',
  'X-Progress',
  REQUEST_ID,
];

/** For how long a browser need not ask again whether it may, in seconds. */
const CORS_LASTS = 600;

/** What stands around a service. */
interface Surroundings extends Partial<Watch> {
  /** Addresses or networks whose forwarded headers are believed. */
  readonly trustedProxies?: readonly string[];
  /** An authorization server beside it, under `/auth`. */
  readonly authorization?: Router;
  /** The origins of pages that may use it. */
  readonly corsOrigins?: readonly string[];
}

/** The web application over a service. */
export const createApp = (
  service: Service,
  { trustedProxies = [], authorization, corsOrigins = [], metricsNetworks = [], stopping }: Surroundings = {},
): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.set('trust proxy', [...trustedProxies]);
  app.use(securityHeaders(service.security));
  if (corsOrigins.length > 0)
    app.use(cors({ origin: [...corsOrigins], exposedHeaders: EXPOSED, maxAge: CORS_LASTS }));
  addProbes(app, service, { metricsNetworks, stopping });
  if (authorization) app.use('/auth', authorization);
  app.use(createRouter(service));
  return app;
};
