import { ANYONE } from '../access.ts';
import { cancelLater, laterStatus } from '../interaction/later.ts';
import type { Route } from '../route.ts';
import { fhir, READING } from './media.ts';

const path = '/fhir/_async/{id}';

/** The answers to requests with `Prefer: respond-async`: https://hl7.org/fhir/R5/async-bundle.html */
export const laterRoutes: readonly Route[] = [
  {
    name: 'asyncStatus',
    method: 'GET',
    path,
    access: ANYONE,
    summary: 'The answer to a request that is answered later',
    answers: {
      200: {
        description: 'A Bundle with the response as its only entry',
        headers: ['Expires'],
        content: fhir('Bundle'),
      },
      202: { description: 'It is being worked on', headers: ['X-Progress', 'Retry-After'] },
    },
    failures: [...READING, 'not-found'],
    handler: laterStatus,
  },
  {
    name: 'asyncCancel',
    method: 'DELETE',
    path,
    access: ANYONE,
    summary: 'Give up the answer',
    answers: { 202: { description: 'It is forgotten' } },
    failures: [...READING, 'not-found'],
    handler: cancelLater,
  },
];
