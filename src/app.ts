import express, { type Express, type Router } from 'express';
import { createRouter } from './rest/router.ts';
import type { Service } from './rest/service.ts';

/** What stands around a service. */
interface Surroundings {
  /** Addresses or networks whose forwarded headers are believed. */
  readonly trustedProxies?: readonly string[];
  /** An authorization server beside it, under `/auth`. */
  readonly authorization?: Router;
}

/** The web application over a service. */
export const createApp = (
  service: Service,
  { trustedProxies = [], authorization }: Surroundings = {},
): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', [...trustedProxies]);
  if (authorization) app.use('/auth', authorization);
  app.use(createRouter(service));
  return app;
};
