import { health } from '../health.ts';
import { openapi } from '../openapi.ts';
import type { Route } from '../route.ts';
import { smartConfiguration } from '../smart-configuration.ts';
import { FAILING } from './media.ts';

/** What is served beside FHIR. */
export const pageRoutes: readonly Route[] = [
  {
    name: 'health',
    method: 'GET',
    path: '/health',
    access: 'open',
    summary: 'Whether the server can answer',
    answers: { 200: { description: 'It can', content: { 'application/json': 'Health' } } },
    failures: ['malformed', ...FAILING],
    handler: health,
  },
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
