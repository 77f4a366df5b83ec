import { RESOURCE_TYPES, type ResourceType } from '../../fhir/resource-type.ts';
import { createBinary, readBinary, updateBinary, vreadBinary } from '../interaction/binary.ts';
import { RETURN } from '../prefer.ts';
import { changing, type MediaSchemas, type Parameter, type Route } from '../route.ts';
import {
  CHANGING,
  CONDITIONAL_READ,
  fhir,
  PRECONDITIONS,
  PROVENANCE,
  READING,
  required,
  SUBSET,
  VERSIONED,
} from './media.ts';

/** The types that have no form of their own beside FHIR's. */
export const NOT_BINARY: readonly ResourceType[] = RESOURCE_TYPES.filter((type) => type !== 'Binary');

const types: readonly ResourceType[] = ['Binary'];

/** The resource, or what it holds in its own form. */
const FORMS: MediaSchemas = { ...fhir('Binary'), '*/*': 'RawDocument' };

const NATIVE = ['X-Security-Context'];

const SECURITY_CONTEXT: Parameter = {
  name: 'X-Security-Context',
  description:
    'Reference to the resource whose access rules the content shares, where the content is sent as it is',
};

const found = {
  200: { description: 'The resource, or its content', headers: [...VERSIONED, ...NATIVE], content: FORMS },
  304: { description: 'The client has this version', headers: VERSIONED },
};

const written = (description: string) => ({
  description,
  headers: ['Location', ...VERSIONED],
  content: fhir('Binary'),
});

/** What is different for Binary, whose content is taken and given in its own form, too: https://hl7.org/fhir/R5/binary.html#rest */
export const binaryRoutes: readonly Route[] = [
  {
    name: 'read',
    method: 'GET',
    path: '/fhir/{type}/{id}',
    interaction: 'read',
    types,
    summary: 'Read the current version, or its content',
    query: SUBSET,
    headers: CONDITIONAL_READ,
    answers: found,
    failures: [...READING, 'not-found', 'gone'],
    anyForm: true,
    handler: readBinary,
  },
  {
    name: 'vread',
    method: 'GET',
    path: '/fhir/{type}/{id}/_history/{versionId}',
    interaction: 'vread',
    types,
    summary: 'Read a version, or its content',
    headers: CONDITIONAL_READ,
    answers: found,
    failures: [...READING, 'not-found', 'gone'],
    anyForm: true,
    handler: vreadBinary,
  },
  {
    name: 'create',
    method: 'POST',
    path: '/fhir/{type}',
    interaction: 'create',
    types,
    summary: 'Create, from content of any type',
    headers: [
      { name: 'If-None-Exist', description: 'Search parameters; what meets them is not created again' },
      SECURITY_CONTEXT,
      RETURN,
      PROVENANCE,
    ],
    body: required(FORMS),
    answers: { 200: written('It is stored already'), 201: written('It was created; its id is the server’s') },
    failures: CHANGING,
    anyForm: true,
    ...changing(createBinary),
  },
  {
    name: 'update',
    method: 'PUT',
    path: '/fhir/{type}/{id}',
    interaction: 'update',
    types,
    summary: 'Replace, or create under this id, from content of any type',
    headers: [...PRECONDITIONS, SECURITY_CONTEXT, RETURN, PROVENANCE],
    body: required(FORMS),
    answers: { 200: written('It is stored'), 201: written('It was created') },
    failures: CHANGING,
    anyForm: true,
    ...changing(updateBinary),
  },
];
