import { type Case, FHIR, testCases, ward } from './case.ts';

const CASES: Case[] = [
  {
    name: 'application/json',
    path: '/fhir/metadata',
    headers: { Accept: 'application/json' },
    status: 200,
    answered: { 'content-type': 'application/json; charset=utf-8' },
  },
  {
    name: 'what the client likes best',
    path: '/fhir/metadata',
    headers: {
      Accept: 'application/fhir+xml, application/json;q=0.5, application/fhir+json;fhirVersion=5.0;q=0.8',
    },
    status: 200,
    answered: { 'content-type': 'application/fhir+json; charset=utf-8' },
  },
  {
    name: 'a browser',
    path: '/fhir/metadata',
    headers: { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' },
    status: 200,
  },
  {
    name: 'XML',
    path: '/fhir/metadata',
    headers: { Accept: 'application/fhir+xml' },
    status: 406,
    answered: { 'content-type': 'application/fhir+json; charset=utf-8' },
    has: ['application/fhir+json or application/json'],
  },
  {
    name: 'JSON not at all',
    path: '/fhir/metadata',
    headers: { Accept: 'application/fhir+json;q=0' },
    status: 406,
  },
  {
    name: 'FHIR R4',
    path: '/fhir/metadata',
    headers: { Accept: 'application/fhir+json; fhirVersion=4.0' },
    status: 406,
  },
  {
    name: '_format against Accept',
    path: '/fhir/metadata?_format=json',
    headers: { Accept: 'application/xml' },
    status: 200,
  },
  { name: '_format with a plus', path: '/fhir/metadata?_format=application/fhir+json', status: 200 },
  { name: '_format=xml', path: '/fhir/metadata?_format=xml', status: 406 },
  {
    name: 'nothing is created when the answer could not be read',
    method: 'post',
    path: '/fhir/Organization',
    headers: { ...FHIR, Accept: 'application/fhir+xml' },
    body: ward,
    status: 406,
    rows: 0,
  },
];

testCases('content negotiation', CASES);
