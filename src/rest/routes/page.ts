import { openapi } from '../openapi.ts';
import { packaged } from '../package.ts';
import type { Route } from '../route.ts';
import { smartConfiguration } from '../smart-configuration.ts';
import { FAILING } from './media.ts';

/** What is served beside FHIR. */
export const pageRoutes: readonly Route[] = [
  {
    name: 'smartConfiguration',
    method: 'GET',
    path: '/fhir/.well-known/smart-configuration',
    access: 'open',
    summary: 'Where to get a token',
    answers: { 200: { description: 'It', content: { 'application/json': 'SmartConfiguration' } } },
    failures: ['malformed', 'not-found', ...FAILING],
    handler: smartConfiguration,
  },
  {
    name: 'package',
    method: 'GET',
    path: '/package.tgz',
    access: 'open',
    summary: 'The profiles as a FHIR package',
    answers: { 200: { description: 'It', content: { 'application/gzip': 'Package' } } },
    failures: ['malformed', ...FAILING],
    handler: packaged,
  },
  {
    name: 'openapi',
    method: 'GET',
    path: '/openapi.json',
    access: 'open',
    summary: 'This document',
    headers: [{ name: 'If-None-Match', description: 'ETag of what the client has' }],
    answers: {
      200: { description: 'OpenAPI 3.1', headers: ['ETag'], content: { 'application/json': 'OpenApi' } },
      304: { description: 'The client has it', headers: ['ETag'] },
    },
    failures: ['malformed', ...FAILING],
    handler: openapi,
  },
];
