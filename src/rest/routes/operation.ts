import { CANONICAL } from '../../fhir/canonical.ts';
import { RESOURCE_TYPES } from '../../fhir/resource-type.ts';
import { DOCUMENT_TYPES, ingest } from '../operation/ingest.ts';
import { MODES, validate } from '../operation/validate.ts';
import type { Parameter, Route } from '../route.ts';
import { fhir, ok, optional, required, WITH_BODY } from './media.ts';

const VALIDATE = {
  operation: 'validate',
  definition: 'http://hl7.org/fhir/OperationDefinition/Resource-validate',
} as const;

const VALIDATE_QUERY: readonly Parameter[] = [
  { name: 'mode', description: 'What is to be done with the resource', choices: MODES },
  { name: 'profile', description: 'Canonical URL of a profile to validate against' },
];

const VALIDATED = ok('What the validator found', 'OperationOutcome');

/** The operations: https://hl7.org/fhir/R5/operations.html */
export const operationRoutes: readonly Route[] = [
  {
    name: 'ingest',
    method: 'POST',
    path: '/fhir/$ingest',
    interaction: { operation: 'ingest', definition: `${CANONICAL}/OperationDefinition/ingest` },
    summary: 'Read a document that reports a trial, and store the trial',
    body: required(
      Object.fromEntries(
        DOCUMENT_TYPES.map((type) => [type, type === 'application/fhir+json' ? 'Document' : 'RawDocument']),
      ),
    ),
    answers: {
      200: {
        description: 'Nothing changed; what is stored of the study',
        headers: ['Location'],
        content: fhir('Bundle'),
      },
      201: { description: 'What was written', headers: ['Location'], content: fhir('Bundle') },
    },
    failures: [...WITH_BODY, 'conflict', 'invalid'],
    handler: ingest,
  },
  {
    name: 'validate',
    method: 'POST',
    path: '/fhir/$validate',
    interaction: VALIDATE,
    summary: 'Validate a resource of any type',
    query: VALIDATE_QUERY,
    body: required(fhir('Resource')),
    answers: VALIDATED,
    failures: WITH_BODY,
    handler: validate,
  },
  {
    name: 'validateType',
    method: 'POST',
    path: '/fhir/{type}/$validate',
    interaction: VALIDATE,
    types: RESOURCE_TYPES,
    summary: 'Validate a resource of this type',
    query: VALIDATE_QUERY,
    body: required(fhir('Resource')),
    answers: VALIDATED,
    failures: WITH_BODY,
    handler: validate,
  },
  {
    name: 'validateInstance',
    method: 'POST',
    path: '/fhir/{type}/{id}/$validate',
    interaction: VALIDATE,
    types: RESOURCE_TYPES,
    summary: 'Validate what is stored, or what is to replace it',
    query: VALIDATE_QUERY,
    body: optional(fhir('Resource')),
    answers: VALIDATED,
    failures: [...WITH_BODY, 'not-found', 'gone'],
    handler: validate,
  },
];
