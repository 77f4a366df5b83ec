import { type Case, FHIR, testCases } from './case.ts';

const CASES: Case[] = [
  { name: 'DELETE', method: 'delete', path: '/fhir/Device/1', status: 405, answered: { allow: 'GET, HEAD' } },
  { name: 'PUT', method: 'put', path: '/fhir/Device/1', headers: FHIR, body: '{}', status: 405, rows: 0 },
  {
    name: 'create of a type that is only read',
    method: 'post',
    path: '/fhir/StructureDefinition',
    headers: FHIR,
    body: '{}',
    status: 405,
    answered: { allow: 'GET, HEAD' },
  },
  { name: 'GET of an operation', path: '/fhir/$ingest', status: 405, answered: { allow: 'POST' } },
  { name: 'an operation that is none', method: 'post', path: '/fhir/$everything', status: 404 },
  { name: 'a transaction', method: 'post', path: '/fhir', headers: FHIR, body: '{}', status: 404 },
];

testCases('methods', CASES);
