import express, { type Express } from 'express';
import { createRouter } from './rest/router.ts';
import type { Service } from './rest/service.ts';

/** The web application over a service. `trustedProxies` are addresses or networks whose forwarded headers are believed. */
export const createApp = (service: Service, trustedProxies: readonly string[] = []): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', [...trustedProxies]);
  app.use(createRouter(service));
  return app;
};
