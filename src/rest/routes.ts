import { CANONICAL } from '../fhir/canonical.ts';
import { RESOURCE_TYPES, TRIAL_TYPES } from '../fhir/resource-type.ts';
import { capabilities } from './capabilities.ts';
import { create, RETURNS } from './create.ts';
import { health } from './health.ts';
import { home } from './home.ts';
import { DOCUMENT_TYPES, ingest } from './ingest.ts';
import { FHIR_JSON } from './media-type.ts';
import { openapi } from './openapi.ts';
import { read } from './read.ts';
import type { MediaSchemas, Parameter, Route } from './route.ts';
import { search } from './search.ts';
import { MODES, validate } from './validate.ts';
import { vread } from './vread.ts';

const fhirJson = (schema: string): MediaSchemas =>
  Object.fromEntries(FHIR_JSON.map((type) => [type, schema]));

const VALIDATE = {
  operation: 'validate',
  definition: 'http://hl7.org/fhir/OperationDefinition/Resource-validate',
} as const;

const VALIDATE_QUERY: readonly Parameter[] = [
  { name: 'mode', description: 'What is to be done with the resource', choices: MODES },
  { name: 'profile', description: 'Canonical URL of a profile to validate against' },
];

const VALIDATED = { 200: { description: 'What the validator found', content: fhirJson('OperationOutcome') } };
const FOUND = { 200: { description: 'A page of what was found', content: fhirJson('Bundle') } };
const VERSIONED = ['ETag', 'Last-Modified'];

/** Everything that is served. */
export const routes: readonly Route[] = [
  {
    name: 'home',
    method: 'GET',
    path: '/',
    summary: 'A page for people',
    answers: { 200: { description: 'The page', content: { 'text/html': 'Html' } } },
    failures: ['exception'],
    handler: home,
  },
  {
    name: 'health',
    method: 'GET',
    path: '/health',
    summary: 'Whether the server can answer',
    answers: { 200: { description: 'It can', content: { 'application/json': 'Health' } } },
    failures: ['exception'],
    handler: health,
  },
  {
    name: 'openapi',
    method: 'GET',
    path: '/openapi.json',
    summary: 'This document',
    answers: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': 'OpenApi' } } },
    failures: ['exception'],
    handler: openapi,
  },
  {
    name: 'capabilities',
    method: 'GET',
    path: '/fhir/metadata',
    interaction: 'capabilities',
    summary: 'What the server can do',
    answers: { 200: { description: 'It', content: fhirJson('CapabilityStatement') } },
    failures: ['malformed', 'not-acceptable', 'exception'],
    handler: async (_, service) => capabilities(routes, service),
  },
  {
    name: 'ingest',
    method: 'POST',
    path: '/fhir/$ingest',
    interaction: { operation: 'ingest', definition: `${CANONICAL}/OperationDefinition/ingest` },
    summary: 'Read a document that reports a trial, and store the trial',
    body: {
      required: true,
      content: Object.fromEntries(
        DOCUMENT_TYPES.map((type) => [type, type === 'application/fhir+json' ? 'Document' : 'RawDocument']),
      ),
    },
    answers: {
      200: {
        description: 'Nothing changed; what is stored of the study',
        headers: ['Location'],
        content: fhirJson('Bundle'),
      },
      201: { description: 'What was written', headers: ['Location'], content: fhirJson('Bundle') },
    },
    failures: [
      'malformed',
      'not-acceptable',
      'conflict',
      'too-large',
      'unsupported-media-type',
      'invalid',
      'exception',
    ],
    handler: ingest,
  },
  {
    name: 'validate',
    method: 'POST',
    path: '/fhir/$validate',
    interaction: VALIDATE,
    summary: 'Validate a resource of any type',
    query: VALIDATE_QUERY,
    body: { required: true, content: fhirJson('Resource') },
    answers: VALIDATED,
    failures: ['malformed', 'not-acceptable', 'too-large', 'unsupported-media-type', 'exception'],
    handler: validate,
  },
  {
    name: 'search',
    method: 'GET',
    path: '/fhir/{type}',
    interaction: 'search-type',
    types: RESOURCE_TYPES,
    summary: 'Search',
    query: 'search',
    answers: FOUND,
    failures: ['malformed', 'not-acceptable', 'exception'],
    handler: search,
  },
  {
    name: 'create',
    method: 'POST',
    path: '/fhir/{type}',
    interaction: 'create',
    types: TRIAL_TYPES,
    summary: 'Create',
    headers: [
      { name: 'Prefer', description: 'What to answer', choices: RETURNS.map((one) => `return=${one}`) },
    ],
    body: { required: true, content: fhirJson('{type}') },
    answers: {
      201: {
        description: 'It was created; its id is the server’s',
        headers: ['Location', ...VERSIONED],
        content: fhirJson('Resource'),
      },
    },
    failures: ['malformed', 'not-acceptable', 'too-large', 'unsupported-media-type', 'invalid', 'exception'],
    handler: create,
  },
  {
    name: 'searchByPost',
    method: 'POST',
    path: '/fhir/{type}/_search',
    interaction: 'search-type',
    types: RESOURCE_TYPES,
    summary: 'Search, with parameters in the body',
    query: 'search',
    body: { required: false, content: { 'application/x-www-form-urlencoded': 'SearchForm' } },
    answers: FOUND,
    failures: ['malformed', 'not-acceptable', 'too-large', 'unsupported-media-type', 'exception'],
    handler: search,
  },
  {
    name: 'validateType',
    method: 'POST',
    path: '/fhir/{type}/$validate',
    interaction: VALIDATE,
    types: RESOURCE_TYPES,
    summary: 'Validate a resource of this type',
    query: VALIDATE_QUERY,
    body: { required: true, content: fhirJson('Resource') },
    answers: VALIDATED,
    failures: ['malformed', 'not-acceptable', 'too-large', 'unsupported-media-type', 'exception'],
    handler: validate,
  },
  {
    name: 'read',
    method: 'GET',
    path: '/fhir/{type}/{id}',
    interaction: 'read',
    types: RESOURCE_TYPES,
    summary: 'Read the current version',
    headers: [{ name: 'If-None-Match', description: 'ETag of the version the client has' }],
    answers: {
      200: { description: 'The resource', headers: VERSIONED, content: fhirJson('{type}') },
      304: { description: 'The client has the current version', headers: VERSIONED },
    },
    failures: ['malformed', 'not-found', 'not-acceptable', 'exception'],
    handler: read,
  },
  {
    name: 'vread',
    method: 'GET',
    path: '/fhir/{type}/{id}/_history/{versionId}',
    interaction: 'vread',
    types: RESOURCE_TYPES,
    summary: 'Read a version',
    answers: { 200: { description: 'The version', headers: VERSIONED, content: fhirJson('{type}') } },
    failures: ['malformed', 'not-found', 'not-acceptable', 'exception'],
    handler: vread,
  },
  {
    name: 'validateInstance',
    method: 'POST',
    path: '/fhir/{type}/{id}/$validate',
    interaction: VALIDATE,
    types: RESOURCE_TYPES,
    summary: 'Validate what is stored, or what is to replace it',
    query: VALIDATE_QUERY,
    body: { required: false, content: fhirJson('Resource') },
    answers: VALIDATED,
    failures: [
      'malformed',
      'not-found',
      'not-acceptable',
      'too-large',
      'unsupported-media-type',
      'exception',
    ],
    handler: validate,
  },
];
