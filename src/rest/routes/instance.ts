import { RESOURCE_TYPES } from '../../fhir/resource-type.ts';
import { remove } from '../interaction/delete.ts';
import { deleteHistory, deleteHistoryVersion } from '../interaction/delete-history.ts';
import { history } from '../interaction/history.ts';
import { patch } from '../interaction/patch.ts';
import { read } from '../interaction/read.ts';
import { update } from '../interaction/update.ts';
import { vread } from '../interaction/vread.ts';
import { JSON_PATCH } from '../media-type.ts';
import { RETURN } from '../prefer.ts';
import { changing, type Route } from '../route.ts';
import { NOT_BINARY } from './binary.ts';
import {
  CHANGING,
  CONDITIONAL_READ,
  fhir,
  ok,
  PRECONDITIONS,
  READING,
  required,
  SUBSET,
  VERSIONED,
} from './media.ts';
import { HISTORY_QUERY } from './query.ts';

const types = RESOURCE_TYPES;
const path = '/fhir/{type}/{id}';

const WRITTEN = {
  200: { description: 'It is stored', headers: ['Location', ...VERSIONED], content: fhir('{type}') },
  201: { description: 'It was created', headers: ['Location', ...VERSIONED], content: fhir('{type}') },
};

/** What can be asked of one resource: https://hl7.org/fhir/R5/http.html */
export const instanceRoutes: readonly Route[] = [
  {
    name: 'read',
    method: 'GET',
    path,
    interaction: 'read',
    types: NOT_BINARY,
    summary: 'Read the current version',
    query: SUBSET,
    headers: CONDITIONAL_READ,
    answers: {
      200: { description: 'The resource', headers: VERSIONED, content: fhir('{type}') },
      304: { description: 'The client has the current version', headers: VERSIONED },
    },
    failures: [...READING, 'not-found', 'gone'],
    handler: read,
  },
  {
    name: 'update',
    method: 'PUT',
    path,
    interaction: 'update',
    types: NOT_BINARY,
    summary: 'Replace, or create under this id',
    headers: [...PRECONDITIONS, RETURN],
    body: required(fhir('{type}')),
    answers: WRITTEN,
    failures: CHANGING,
    ...changing(update),
  },
  {
    name: 'patch',
    method: 'PATCH',
    path,
    interaction: 'patch',
    types,
    summary: 'Change a part, by JSON Patch or FHIRPath Patch',
    headers: [...PRECONDITIONS, RETURN],
    body: required({ [JSON_PATCH]: 'JsonPatch', ...fhir('Parameters') }),
    answers: { 200: WRITTEN[200] },
    failures: [...CHANGING, 'not-found', 'gone'],
    ...changing(patch),
  },
  {
    name: 'delete',
    method: 'DELETE',
    path,
    interaction: 'delete',
    types,
    summary: 'Delete',
    headers: [...PRECONDITIONS, RETURN],
    answers: {
      ...ok('What was done', 'OperationOutcome'),
      204: { description: 'It is deleted', headers: VERSIONED },
    },
    failures: [...READING, 'conflict', 'precondition-failed'],
    ...changing(remove),
  },
  {
    name: 'historyInstance',
    method: 'GET',
    path: `${path}/_history`,
    interaction: 'history-instance',
    types,
    summary: 'The versions, newest first',
    query: HISTORY_QUERY,
    answers: ok('A page of versions', 'Bundle'),
    failures: [...READING, 'not-found', 'gone'],
    handler: history,
  },
  {
    name: 'deleteHistory',
    method: 'DELETE',
    path: `${path}/_history`,
    interaction: 'delete-history',
    types,
    onlyIf: 'allowsPurge',
    summary: 'Remove the versions that were replaced, for good',
    answers: { 204: { description: 'They are gone' } },
    failures: [...READING, 'not-found'],
    handler: deleteHistory,
  },
  {
    name: 'deleteHistoryVersion',
    method: 'DELETE',
    path: `${path}/_history/{versionId}`,
    interaction: 'delete-history-version',
    types,
    onlyIf: 'allowsPurge',
    summary: 'Remove a version that was replaced, for good',
    answers: { 204: { description: 'It is gone' } },
    failures: [...READING, 'not-found', 'conflict'],
    handler: deleteHistoryVersion,
  },
  {
    name: 'vread',
    method: 'GET',
    path: `${path}/_history/{versionId}`,
    interaction: 'vread',
    types: NOT_BINARY,
    summary: 'Read a version',
    headers: CONDITIONAL_READ,
    answers: {
      200: { description: 'The version', headers: VERSIONED, content: fhir('{type}') },
      304: { description: 'The client has this version', headers: VERSIONED },
    },
    failures: [...READING, 'not-found', 'gone'],
    handler: vread,
  },
];
