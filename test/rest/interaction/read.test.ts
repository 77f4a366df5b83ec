import { type Case, created, testCases } from '../case.ts';

const CASES: Case[] = [
  {
    name: 'a resource',
    before: created,
    path: '/fhir/Organization/id-1',
    status: 200,
    answered: {
      etag: 'W/"1"',
      'last-modified': 'Tue, 06 May 2031 07:08:09 GMT',
      'content-type': 'application/fhir+json; charset=utf-8',
    },
    has: ['"id":"id-1"', '"versionId":"1"', 'Ward 7'],
  },
  {
    name: 'HEAD of it',
    before: created,
    method: 'head',
    path: '/fhir/Organization/id-1',
    status: 200,
    answered: { etag: 'W/"1"' },
  },
  { name: 'one that is not there', path: '/fhir/Organization/id-1', status: 404, has: ['not-found'] },
  { name: 'one of another type', before: created, path: '/fhir/Device/id-1', status: 404 },
  { name: 'an id that cannot be', path: '/fhir/Device/a%00b%2Fc', status: 404 },
  { name: 'a broken escape', path: '/fhir/Device/%E0%A4%A', status: 400, has: ['percent escape'] },
  {
    name: 'a type that is not served',
    path: '/fhir/Patient/1',
    status: 404,
    has: ['not-supported', 'ResearchStudy'],
  },
  { name: 'a path that leads nowhere', path: '/fhir/Device/1/2/3', status: 404, has: ['/fhir/metadata'] },
  { name: 'a path outside FHIR', path: '/favicon.ico', status: 404 },
  {
    name: 'what the client has already',
    before: created,
    path: '/fhir/Organization/id-1',
    headers: { 'If-None-Match': 'W/"7", W/"1"' },
    status: 304,
    answered: { etag: 'W/"1"' },
    hasNot: ['Ward'],
  },
  {
    name: 'what the client has in another version',
    before: created,
    path: '/fhir/Organization/id-1',
    headers: { 'If-None-Match': 'W/"2"' },
    status: 200,
  },
  {
    name: 'a version',
    before: created,
    path: '/fhir/Organization/id-1/_history/1',
    status: 200,
    answered: { etag: 'W/"1"' },
  },
  {
    name: 'a version that is not there',
    before: created,
    path: '/fhir/Organization/id-1/_history/2',
    status: 404,
  },
  {
    name: 'a version that cannot be',
    before: created,
    path: '/fhir/Organization/id-1/_history/x',
    status: 404,
  },
  {
    name: 'with a parameter it has not',
    before: created,
    path: '/fhir/Organization/id-1?name=x',
    status: 400,
    has: ['http.name'],
  },
  {
    name: 'indented',
    before: created,
    path: '/fhir/Organization/id-1?_pretty=true',
    status: 200,
    has: ['\n  "name": "Ward 7"'],
  },
  {
    name: 'indented perhaps',
    path: '/fhir/Organization/id-1?_pretty=perhaps',
    status: 400,
    has: ['true, false'],
  },
];

testCases('read and vread', CASES);
