import { type Case, created, FHIR, ingested, testCases } from './case.ts';
import { BASE } from './server.ts';

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

const CASES: Case[] = [
  {
    name: 'all of a type',
    before: created,
    path: '/fhir/Organization',
    status: 200,
    has: [
      '"type":"searchset"',
      '"total":1',
      `"fullUrl":"${BASE}/Organization/id-1"`,
      '"search":{"mode":"match"}',
    ],
    hasNot: ['"relation":"next"'],
  },
  {
    name: 'nothing',
    path: '/fhir/Organization',
    status: 200,
    has: ['"total":0', `"url":"${BASE}/Organization?_count=50"`],
    hasNot: ['"entry"'],
  },
  {
    name: 'how many',
    before: created,
    path: '/fhir/Organization?_summary=count',
    status: 200,
    has: ['"total":1'],
    hasNot: ['"entry"', 'Ward'],
  },
  {
    name: 'none of them',
    before: created,
    path: '/fhir/Organization?_count=0',
    status: 200,
    has: ['"total":1'],
    hasNot: ['"entry"'],
  },
  {
    name: 'more than a page may hold',
    path: '/fhir/Organization?_count=999999',
    status: 200,
    has: ['_count=1000"'],
  },
  {
    name: 'by POST',
    before: ingested,
    method: 'post',
    path: '/fhir/ResearchStudy/_search?_summary=count',
    headers: FORM,
    body: 'identifier=NCT99999901',
    status: 200,
    has: ['"total":1', `${BASE}/ResearchStudy?identifier=NCT99999901&_summary=count"`],
    rows: 0,
  },
  {
    name: 'by POST of JSON',
    method: 'post',
    path: '/fhir/Device/_search',
    headers: FHIR,
    body: '{}',
    status: 415,
  },
  {
    name: 'by POST of nothing',
    method: 'post',
    path: '/fhir/Device/_search',
    status: 200,
    has: ['"total":0'],
  },
  {
    name: 'by a parameter it has not',
    path: '/fhir/ResearchStudy?colour=x',
    status: 400,
    has: ['http.colour', 'identifier', 'result', '_count'],
  },
  {
    name: 'by a modifier it has not',
    path: '/fhir/ResearchStudy?identifier:exact=x',
    status: 400,
    has: ['http.identifier:exact'],
  },
  {
    name: 'by a type it does not lead to',
    path: '/fhir/ResearchStudy?result:Device=x',
    status: 400,
    has: ['EvidenceReport'],
  },
  {
    name: 'by a reference to what it does not lead to',
    path: '/fhir/ResearchStudy?result=Device/x',
    status: 200,
    has: ['"total":0'],
  },
  { name: 'by no value', path: '/fhir/ResearchStudy?identifier=', status: 200, hasNot: ['identifier='] },
  { name: 'by half a list', path: '/fhir/ResearchStudy?_id=a,', status: 400, has: ['http._id'] },
  { name: 'by an id that cannot be', path: '/fhir/ResearchStudy?_id=a/b', status: 400, has: ['logical id'] },
  {
    name: 'with a count that is none',
    path: '/fhir/ResearchStudy?_count=-1',
    status: 400,
    has: ['http._count'],
  },
  {
    name: 'with two counts',
    path: '/fhir/ResearchStudy?_count=1&_count=2',
    status: 400,
    has: ['more than once'],
  },
  {
    name: 'with a summary it has not',
    path: '/fhir/ResearchStudy?_summary=some',
    status: 400,
    has: ['http._summary', 'count'],
  },
  {
    name: 'from a page that never was',
    path: '/fhir/ResearchStudy?_page=1-1-aaaaaaaaaaaaaaaaaaaaaa',
    status: 400,
    has: ['http._page'],
  },
  { name: 'with an escape that is none', path: '/fhir/ResearchStudy?identifier=%FF', status: 400 },
  { name: 'of a type that is none', path: '/fhir/Patients', status: 404, has: ['Patient', 'ResearchStudy'] },
  {
    name: 'a profile by its URL',
    setup: { conformance: true },
    path: '/fhir/StructureDefinition?url=https://w3id.org/trialbridge/fhir/StructureDefinition/arm-evidence',
    status: 200,
    has: ['"total":1'],
  },
];

testCases('search', CASES);
