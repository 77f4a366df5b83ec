import express, { type Express } from 'express';
import { createRouter } from './rest/router.ts';
import type { Service } from './rest/service.ts';

/** The web application over a service. */
export const createApp = (service: Service): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(createRouter(service));
  return app;
};
