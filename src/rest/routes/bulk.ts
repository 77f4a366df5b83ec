import { CANONICAL } from '../../fhir/canonical.ts';
import { ANYONE, READER } from '../access.ts';
import { audited } from '../audited.ts';
import { exportFile, signedExportFile } from '../bulk/file.ts';
import { NDJSON } from '../bulk/file-name.ts';
import { cancelExport, exportStatus } from '../bulk/status.ts';
import type { Route } from '../route.ts';
import { READING } from './media.ts';

const EXPORT = { operation: 'export', definition: `${CANONICAL}/OperationDefinition/export` };

const path = '/fhir/_export/{id}';

const file = {
  method: 'GET',
  answers: {
    200: {
      description: 'Resources, each on a line',
      headers: ['Expires'],
      content: { [NDJSON]: 'RawDocument' },
    },
  },
  failures: [...READING, 'not-found'],
} as const;

/** What becomes of an export that was begun: https://hl7.org/fhir/uv/bulkdata/STU2/export.html */
export const bulkRoutes: readonly Route[] = [
  {
    name: 'exportStatus',
    method: 'GET',
    path,
    access: ANYONE,
    summary: 'How far an export is, or what files it has',
    answers: {
      200: {
        description: 'The files',
        headers: ['Expires'],
        content: { 'application/json': 'RawDocument' },
      },
      202: { description: 'It is being planned', headers: ['X-Progress', 'Retry-After'] },
    },
    failures: [...READING, 'not-found', 'too-many-requests'],
    handler: exportStatus,
  },
  {
    name: 'exportCancel',
    method: 'DELETE',
    path,
    access: ANYONE,
    summary: 'End an export, and forget it',
    answers: { 202: { description: 'It is forgotten' } },
    failures: [...READING, 'not-found'],
    handler: cancelExport,
  },
  {
    ...file,
    name: 'exportFile',
    path: `${path}/{file}`,
    access: READER,
    summary: 'A file of an export',
    handler: audited({ interaction: EXPORT }, exportFile),
  },
  {
    ...file,
    name: 'signedExportFile',
    path: '/fhir/_signed/{id}/{signature}/{file}',
    access: 'open',
    summary: 'A file of an export, for who was given its address',
    handler: audited({ interaction: EXPORT }, signedExportFile),
  },
];
