import { type Case, created, FHIR, testCases } from './case.ts';

const METHODS: Case[] = [
  {
    name: 'PATCH of everything',
    method: 'patch',
    path: '/fhir',
    headers: FHIR,
    body: '{}',
    status: 405,
    answered: { allow: 'POST, GET, HEAD' },
  },
  { name: 'OPTIONS', method: 'options', path: '/fhir/Device/1', status: 405, answered: { allow: /PUT/ } },
  { name: 'GET of an operation', path: '/fhir/$ingest', status: 405, answered: { allow: 'POST' } },
  { name: 'an operation that is none', method: 'post', path: '/fhir/$none', status: 404 },
  {
    name: 'PUT of the CapabilityStatement',
    method: 'put',
    path: '/fhir/metadata',
    status: 405,
    answered: { allow: 'GET, HEAD' },
  },
  { name: 'a Bundle that is none', method: 'post', path: '/fhir', headers: FHIR, body: '{}', status: 400 },
  {
    name: 'POST of a resource',
    method: 'post',
    path: '/fhir/Device/1',
    headers: FHIR,
    body: '{}',
    status: 405,
  },
];

testCases('methods', METHODS);

const forwarded = (host: string, proto = 'https') => ({
  'X-Forwarded-Host': host,
  'X-Forwarded-Proto': proto,
});
const self = (origin: string) => `"url":"${origin}/fhir/Organization?_count=50"`;
const loopback = { trustedProxies: ['127.0.0.0/8', '::1'] };

const ADDRESSES: Case[] = [
  {
    name: 'the one that is configured',
    path: '/fhir/Organization',
    status: 200,
    has: [self('https://trials.example')],
  },
  {
    name: 'not what a Host header says',
    path: '/fhir/Organization',
    headers: { Host: 'evil.example' },
    status: 200,
    has: [self('https://trials.example')],
    hasNot: ['evil'],
  },
  {
    name: 'not what anyone forwards',
    path: '/fhir/Organization',
    headers: forwarded('evil.example'),
    status: 200,
    has: [self('https://trials.example')],
    hasNot: ['evil'],
  },
  {
    name: 'not what forwards an address that is not trusted',
    setup: { trustedProxies: ['10.0.0.0/8'] },
    path: '/fhir/Organization',
    headers: { ...forwarded('evil.example'), 'X-Forwarded-For': '10.0.0.1' },
    status: 200,
    has: [self('https://trials.example')],
  },
  {
    name: 'what a trusted address forwards',
    setup: loopback,
    path: '/fhir/Organization',
    headers: forwarded('hospital.example'),
    status: 200,
    has: [self('https://hospital.example')],
  },
  {
    name: 'what a trusted address forwards, with its port',
    setup: loopback,
    path: '/fhir/Organization',
    headers: forwarded('hospital.example:8443', 'http'),
    status: 200,
    has: [self('http://hospital.example:8443')],
  },
  {
    name: 'the configured one where a trusted address forwards nothing',
    setup: loopback,
    path: '/fhir/Organization',
    status: 200,
    has: [self('https://trials.example')],
  },
  {
    name: 'in Location too',
    setup: loopback,
    method: 'post',
    path: '/fhir/Organization',
    headers: { ...FHIR, ...forwarded('hospital.example') },
    body: '{"resourceType":"Organization","name":"x"}',
    status: 201,
    answered: { location: 'https://hospital.example/fhir/Organization/id-1/_history/1' },
    rows: 1,
  },
  {
    name: 'in what refers to it absolutely',
    setup: loopback,
    before: created,
    path: '/fhir/Organization?_id=id-1&partof:missing=true',
    headers: forwarded('hospital.example'),
    status: 200,
    has: ['"fullUrl":"https://hospital.example/fhir/Organization/id-1"'],
  },
  {
    name: 'in the CapabilityStatement',
    setup: loopback,
    path: '/fhir/metadata',
    headers: forwarded('hospital.example'),
    status: 200,
    has: ['"url":"https://hospital.example/fhir"'],
  },
];

testCases('the address in links is', ADDRESSES);
