import { type Case, created, deletion, put, testCases } from '../case.ts';

const report = put({
  resourceType: 'DocumentReference',
  id: 'd',
  status: 'current',
  content: [{ attachment: { contentType: 'text/plain', data: 'VGV4dA==', title: 'Report' } }],
});

const group = put({
  resourceType: 'Group',
  id: 'g',
  language: 'en',
  text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">Nine</div>' },
  membership: 'enumerated',
  type: 'person',
  name: 'Low dose',
  quantity: 9,
  characteristic: [{ code: { text: 'dose' }, valueBoolean: true, exclude: false, period: { start: '2030' } }],
});

const MODIFIED = 'Tue, 06 May 2031 07:08:09 GMT';
const ORGANIZATION = '/fhir/Organization/id-1';

const READS: Case[] = [
  {
    name: 'a resource',
    before: created,
    path: ORGANIZATION,
    status: 200,
    answered: {
      etag: 'W/"1"',
      'last-modified': MODIFIED,
      'content-type': 'application/fhir+json; charset=utf-8',
      'x-content-type-options': 'nosniff',
    },
    has: [
      '{"resourceType":"Organization","id":"id-1","meta":{"versionId":"1","lastUpdated":"2031-05-06T07:08:09.123Z"},',
    ],
  },
  {
    name: 'HEAD of it',
    before: created,
    method: 'head',
    path: ORGANIZATION,
    status: 200,
    answered: { etag: 'W/"1"', 'last-modified': MODIFIED, 'content-length': '125' },
    hasNot: ['Ward'],
  },
  {
    name: 'the second version, after it was replaced',
    before: [...created, put({ resourceType: 'Organization', id: 'id-1', name: 'Ward 8' })],
    path: ORGANIZATION,
    status: 200,
    answered: { etag: 'W/"2"' },
    has: ['Ward 8'],
    hasNot: ['Ward 7'],
  },
  { name: 'one that is not there', path: ORGANIZATION, status: 404, has: ['not-found', 'Organization/id-1'] },
  { name: 'HEAD of one that is not there', method: 'head', path: ORGANIZATION, status: 404 },
  {
    name: 'one that was deleted',
    before: [...created, deletion('Organization/id-1')],
    path: ORGANIZATION,
    status: 410,
    answered: { etag: 'W/"2"' },
    has: ['deleted'],
    hasNot: ['Ward'],
  },
  { name: 'one of another type', before: created, path: '/fhir/Device/id-1', status: 404 },
  { name: 'an id in another case', before: created, path: '/fhir/Organization/ID-1', status: 404 },
  { name: 'an id that cannot be', path: '/fhir/Device/a%00b%2Fc', status: 404 },
  { name: 'an id that is too long', path: `/fhir/Device/${'x'.repeat(5000)}`, status: 404 },
  { name: 'a broken escape', path: '/fhir/Device/%E0%A4%A', status: 400, has: ['percent escape'] },
  { name: 'a type that is none', path: '/fhir/Patients/1', status: 404, has: ['not-supported', 'Patient'] },
  { name: 'a type in lower case', path: '/fhir/patient/1', status: 404, has: ['Patient'] },
  { name: 'a path that leads nowhere', path: '/fhir/Device/1/2/3', status: 404, has: ['/fhir/metadata'] },
  { name: 'a path outside FHIR', path: '/favicon.ico', status: 404 },
  {
    name: 'with a slash at the end',
    before: created,
    path: `${ORGANIZATION}/`,
    status: 200,
  },
  {
    name: 'with a parameter it has not',
    before: created,
    path: `${ORGANIZATION}?name=x`,
    status: 400,
    has: ['http.name', '_summary'],
  },
  {
    name: 'indented',
    before: created,
    path: `${ORGANIZATION}?_pretty=true`,
    status: 200,
    has: ['\n  "name": "Ward 7"'],
  },
  { name: 'indented perhaps', path: `${ORGANIZATION}?_pretty=perhaps`, status: 400, has: ['true, false'] },
];

const SUBSETS: Case[] = [
  {
    name: 'the summary',
    before: [group],
    path: '/fhir/Group/g?_summary=true',
    status: 200,
    has: ['"quantity":9', '"characteristic":[{"code"', 'SUBSETTED', '"versionId":"1"'],
    hasNot: ['Nine', 'period', 'language'],
  },
  {
    name: 'the summary of a document, without its data',
    before: [report],
    path: '/fhir/DocumentReference/d?_summary=true',
    status: 200,
    has: ['"attachment":{"contentType":"text/plain","title":"Report"}'],
    hasNot: ['VGV4dA=='],
  },
  {
    name: 'the narrative',
    before: [group],
    path: '/fhir/Group/g?_summary=text',
    status: 200,
    has: ['Nine', '"membership":"enumerated"', 'SUBSETTED'],
    hasNot: ['quantity', 'characteristic', 'Low dose'],
  },
  {
    name: 'the data',
    before: [group],
    path: '/fhir/Group/g?_summary=data',
    status: 200,
    has: ['characteristic', 'SUBSETTED'],
    hasNot: ['Nine'],
  },
  {
    name: 'all of it',
    before: [group],
    path: '/fhir/Group/g?_summary=false',
    status: 200,
    has: ['characteristic', 'Nine'],
    hasNot: ['SUBSETTED'],
  },
  {
    name: 'how many, which is for searches',
    before: [group],
    path: '/fhir/Group/g?_summary=count',
    status: 400,
    has: ['true, text, data, false'],
  },
  {
    name: 'some elements and what must be there',
    before: [group],
    path: '/fhir/Group/g?_elements=name,Group.quantity',
    status: 200,
    has: ['"name":"Low dose"', '"quantity":9', '"membership"', '"id":"g"', 'SUBSETTED'],
    hasNot: ['Nine', 'characteristic', 'language'],
  },
];

const CONDITIONAL: Case[] = [
  {
    name: 'what the client has already',
    before: created,
    path: ORGANIZATION,
    headers: { 'If-None-Match': 'W/"7", W/"1"' },
    status: 304,
    answered: { etag: 'W/"1"', 'last-modified': MODIFIED },
    hasNot: ['Ward'],
  },
  {
    name: 'what the client has in another version',
    before: created,
    path: ORGANIZATION,
    headers: { 'If-None-Match': 'W/"2"' },
    status: 200,
  },
  {
    name: 'what is there at all',
    before: created,
    path: ORGANIZATION,
    headers: { 'If-None-Match': '*' },
    status: 304,
  },
  {
    name: 'what has not changed since',
    before: created,
    path: ORGANIZATION,
    headers: { 'If-Modified-Since': MODIFIED },
    status: 304,
  },
  {
    name: 'what has changed since',
    before: created,
    path: ORGANIZATION,
    headers: { 'If-Modified-Since': 'Tue, 06 May 2031 07:08:08 GMT' },
    status: 200,
  },
  {
    name: 'since a time that is none',
    before: created,
    path: ORGANIZATION,
    headers: { 'If-Modified-Since': 'lately' },
    status: 200,
  },
  {
    name: 'by its tag rather than its time',
    before: created,
    path: ORGANIZATION,
    headers: { 'If-None-Match': 'W/"2"', 'If-Modified-Since': MODIFIED },
    status: 200,
  },
  {
    name: 'with HEAD',
    before: created,
    method: 'head',
    path: ORGANIZATION,
    headers: { 'If-None-Match': 'W/"1"' },
    status: 304,
  },
  {
    name: 'what is gone',
    before: [...created, deletion('Organization/id-1')],
    path: ORGANIZATION,
    headers: { 'If-None-Match': 'W/"2"' },
    status: 410,
  },
  {
    name: 'a version',
    before: created,
    path: `${ORGANIZATION}/_history/1`,
    headers: { 'If-None-Match': 'W/"1"' },
    status: 304,
  },
  {
    name: 'the CapabilityStatement',
    path: '/fhir/metadata',
    headers: { 'If-None-Match': '*' },
    status: 304,
    answered: { etag: /^W\/"[0-9a-f]{16}"$/ },
  },
];

const replaced = [
  ...created,
  put({ resourceType: 'Organization', id: 'id-1', name: 'Ward 8' }),
  deletion('Organization/id-1'),
  put({ resourceType: 'Organization', id: 'id-1', name: 'Ward 9' }),
];

const VERSIONS: Case[] = [
  {
    name: 'the first',
    before: replaced,
    path: `${ORGANIZATION}/_history/1`,
    status: 200,
    answered: { etag: 'W/"1"', 'last-modified': MODIFIED },
    has: ['Ward 7', '"versionId":"1"'],
  },
  {
    name: 'the second',
    before: replaced,
    path: `${ORGANIZATION}/_history/2`,
    status: 200,
    answered: { etag: 'W/"2"' },
    has: ['Ward 8', '"versionId":"2"'],
  },
  {
    name: 'the deletion',
    before: replaced,
    path: `${ORGANIZATION}/_history/3`,
    status: 410,
    answered: { etag: 'W/"3"' },
  },
  {
    name: 'the one that is there again',
    before: replaced,
    method: 'head',
    path: `${ORGANIZATION}/_history/4`,
    status: 200,
    answered: { etag: 'W/"4"' },
  },
  { name: 'one that is not there', before: replaced, path: `${ORGANIZATION}/_history/5`, status: 404 },
  { name: 'number zero', before: created, path: `${ORGANIZATION}/_history/0`, status: 404 },
  { name: 'a number written otherwise', before: created, path: `${ORGANIZATION}/_history/01`, status: 404 },
  { name: 'one that cannot be', before: created, path: `${ORGANIZATION}/_history/x`, status: 404 },
  {
    name: 'one beyond all numbers',
    before: created,
    path: `${ORGANIZATION}/_history/99999999999999999999999`,
    status: 404,
  },
  { name: 'of what was never there', path: '/fhir/Organization/none/_history/1', status: 404 },
];

testCases('read', READS);
testCases('read of a part', SUBSETS);
testCases('conditional read', CONDITIONAL);
testCases('vread', VERSIONS);
