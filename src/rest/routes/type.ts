import { RESOURCE_TYPES } from '../../fhir/resource-type.ts';
import { create } from '../interaction/create.ts';
import { conditionalDelete } from '../interaction/delete.ts';
import { history } from '../interaction/history.ts';
import { conditionalPatch } from '../interaction/patch.ts';
import { search } from '../interaction/search.ts';
import { conditionalUpdate } from '../interaction/update.ts';
import { JSON_PATCH } from '../media-type.ts';
import { HANDLING, RETURN } from '../prefer.ts';
import { changing, type Route } from '../route.ts';
import { NOT_BINARY } from './binary.ts';
import {
  CHANGING,
  fhir,
  ok,
  optional,
  PRECONDITIONS,
  PROVENANCE,
  READING,
  required,
  VERSIONED,
  WITH_BODY,
} from './media.ts';
import { HISTORY_QUERY } from './query.ts';

const types = RESOURCE_TYPES;
const path = '/fhir/{type}';

const FOUND = ok('A page of what was found', 'Bundle');

const written = (description: string) => ({
  description,
  headers: ['Location', ...VERSIONED],
  content: fhir('{type}'),
});

/** What can be asked of a resource type: https://hl7.org/fhir/R5/http.html */
export const typeRoutes: readonly Route[] = [
  {
    name: 'search',
    method: 'GET',
    path,
    interaction: 'search-type',
    types,
    summary: 'Search',
    query: 'search',
    headers: [HANDLING],
    answers: FOUND,
    failures: [...READING, 'gone'],
    handler: search,
  },
  {
    name: 'searchByPost',
    method: 'POST',
    path: `${path}/_search`,
    interaction: 'search-type',
    types,
    summary: 'Search, with parameters in the body',
    query: 'search',
    headers: [HANDLING],
    body: optional({ 'application/x-www-form-urlencoded': 'SearchForm' }),
    answers: FOUND,
    failures: [...WITH_BODY, 'gone'],
    handler: search,
  },
  {
    name: 'create',
    method: 'POST',
    path,
    interaction: 'create',
    types: NOT_BINARY,
    summary: 'Create',
    headers: [
      { name: 'If-None-Exist', description: 'Search parameters; what meets them is not created again' },
      RETURN,
      PROVENANCE,
    ],
    body: required(fhir('{type}')),
    answers: { 200: written('It is stored already'), 201: written('It was created; its id is the server’s') },
    failures: CHANGING,
    ...changing(create),
  },
  {
    name: 'conditionalUpdate',
    method: 'PUT',
    path,
    interaction: 'update',
    types,
    summary: 'Replace what meets a condition, or create',
    query: 'condition',
    headers: [...PRECONDITIONS, RETURN, PROVENANCE],
    body: required(fhir('{type}')),
    answers: { 200: written('It is stored'), 201: written('It was created') },
    failures: CHANGING,
    ...changing(conditionalUpdate),
  },
  {
    name: 'conditionalPatch',
    method: 'PATCH',
    path,
    interaction: 'patch',
    types,
    summary: 'Change a part of what meets a condition',
    query: 'condition',
    headers: [...PRECONDITIONS, RETURN, PROVENANCE],
    body: required({ [JSON_PATCH]: 'JsonPatch', ...fhir('Parameters') }),
    answers: { 200: written('It is stored') },
    failures: [...CHANGING, 'not-found'],
    ...changing(conditionalPatch),
  },
  {
    name: 'conditionalDelete',
    method: 'DELETE',
    path,
    interaction: 'delete',
    types,
    summary: 'Delete what meets a condition',
    query: 'condition',
    headers: [...PRECONDITIONS, RETURN],
    answers: {
      ...ok('What was done', 'OperationOutcome'),
      204: { description: 'It is deleted', headers: VERSIONED },
    },
    failures: [...READING, 'conflict', 'precondition-failed'],
    ...changing(conditionalDelete),
  },
  {
    name: 'historyType',
    method: 'GET',
    path: `${path}/_history`,
    interaction: 'history-type',
    types,
    summary: 'The versions of all resources of the type, newest first',
    query: HISTORY_QUERY,
    answers: ok('A page of versions', 'Bundle'),
    failures: [...READING, 'gone'],
    handler: history,
  },
];
