import { type Case, deletion, FHIR, put, TEXT, testCases, XML } from '../case.ts';
import { BASE } from '../server.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff, 0x0d, 0x0a]);

const sent = (headers: Record<string, string>, body: string | Buffer) =>
  ({ method: 'post', path: '/fhir/Binary', headers, body }) as const;

const page = [sent({ 'Content-Type': 'text/html; charset=utf-8' }, '<b>ä</b>')];

const read = (headers: Record<string, string> = {}, query = '') =>
  ({ path: `/fhir/Binary/id-1${query}`, headers }) as const;

const binary = (contentType: string, data: string) => ({ resourceType: 'Binary', contentType, data });

const CASES: Case[] = [
  {
    name: 'content is taken as it is',
    ...sent({ 'Content-Type': 'image/png' }, PNG),
    status: 201,
    answered: { location: `${BASE}/Binary/id-1/_history/1`, etag: 'W/"1"' },
    matches: binary('image/png', PNG.toString('base64')),
    rows: 1,
    after: [
      {
        ...read({ Accept: 'image/*' }),
        status: 200,
        answered: { 'content-type': 'image/png', 'content-length': '8', etag: 'W/"1"' },
        has: ['PNG'],
      },
    ],
  },
  {
    name: 'content is given as it is',
    before: page,
    ...read(),
    status: 200,
    answered: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': /sandbox/,
      'x-content-type-options': 'nosniff',
      'last-modified': 'Tue, 06 May 2031 07:08:09 GMT',
    },
    has: ['<b>ä</b>'],
  },
  {
    name: 'the resource is given where it is asked for',
    before: page,
    ...read({ Accept: 'application/fhir+json' }),
    status: 200,
    matches: binary('text/html; charset=utf-8', 'PGI+w6Q8L2I+'),
    after: [
      { ...read({ Accept: 'application/fhir+xml' }), status: 200, has: ['<data value="PGI+w6Q8L2I+"/>'] },
      { ...read({}, '?_format=json'), status: 200, has: ['"data":"PGI+w6Q8L2I+"'] },
      { ...read({ Accept: 'text/html' }, '?_format=xml'), status: 200, has: ['<Binary '] },
      { ...read({}, '?_format=json&_summary=true'), status: 200, has: ['SUBSETTED'], hasNot: ['"data"'] },
      { ...read({ Accept: 'application/json' }), status: 200, matches: { resourceType: 'Binary' } },
      { ...read({ Accept: 'image/png, application/fhir+json;q=0.5' }), status: 200, has: ['<b>ä</b>'] },
      { ...read({ Accept: 'application/fhir+json, */*;q=0.1' }), status: 200, has: ['"data"'] },
      { path: '/fhir/Binary?_id=id-1', headers: { Accept: '*/*' }, status: 200, has: ['"data"'] },
    ],
  },
  {
    name: 'content that is JSON is given to who asks for JSON',
    before: [sent({ 'Content-Type': 'application/geo+json' }, '{"type":"Point"}')],
    ...read({ Accept: 'application/json' }),
    status: 200,
    answered: { 'content-type': 'application/geo+json' },
    has: ['Point'],
  },
  {
    name: 'the client has it',
    before: page,
    ...read({ 'If-None-Match': 'W/"1"' }),
    status: 304,
    answered: { etag: 'W/"1"' },
  },
  {
    name: 'its length is told',
    before: page,
    method: 'head',
    ...read(),
    status: 200,
    answered: { 'content-length': '9', 'content-type': 'text/html; charset=utf-8' },
  },
  {
    name: 'a version',
    before: [...page, { ...sent(TEXT, 'two'), method: 'put', path: '/fhir/Binary/id-1' }],
    path: '/fhir/Binary/id-1/_history/1',
    status: 200,
    has: ['<b>ä</b>'],
    after: [
      { ...read(), status: 200, answered: { 'content-type': 'text/plain', etag: 'W/"2"' }, has: ['two'] },
      { path: '/fhir/Binary/id-1/_history/3', status: 404 },
      {
        path: '/fhir/Binary/id-1/_history/1',
        headers: { Accept: FHIR['Content-Type'] },
        status: 200,
        has: ['data'],
      },
    ],
  },
  {
    name: 'under an id that is new',
    ...sent({ 'Content-Type': 'text/csv' }, 'a,b'),
    method: 'put',
    path: '/fhir/Binary/table',
    status: 201,
    matches: { id: 'table', ...binary('text/csv', 'YSxi') },
    rows: 1,
  },
  {
    name: 'the same again',
    before: [{ ...sent(TEXT, 'one'), method: 'put', path: '/fhir/Binary/a' }],
    ...sent(TEXT, 'one'),
    method: 'put',
    path: '/fhir/Binary/a',
    status: 200,
    answered: { etag: 'W/"1"' },
    rows: 0,
  },
  {
    name: 'with the resource whose access rules it shares',
    before: [put({ resourceType: 'Patient', id: 'p' })],
    ...sent({ ...TEXT, 'X-Security-Context': 'Patient/p' }, 'secret'),
    status: 201,
    matches: { securityContext: { reference: 'Patient/p' } },
    rows: 1,
    after: [{ ...read(), status: 200, answered: { 'x-security-context': 'Patient/p' } }],
  },
  {
    name: 'with a resource that is not there',
    ...sent({ ...TEXT, 'X-Security-Context': 'Patient/p' }, 'secret'),
    status: 409,
    rows: 0,
  },
  {
    name: 'as a resource',
    ...sent(FHIR, JSON.stringify(binary('text/plain', 'YQ=='))),
    status: 201,
    matches: binary('text/plain', 'YQ=='),
    rows: 1,
    after: [{ ...read(), status: 200, answered: { 'content-type': 'text/plain' }, has: ['a'] }],
  },
  {
    name: 'as a resource in XML',
    ...sent(
      XML,
      '<Binary xmlns="http://hl7.org/fhir"><contentType value="text/plain"/><data value="YQ=="/></Binary>',
    ),
    status: 201,
    matches: binary('text/plain', 'YQ=='),
    rows: 1,
  },
  {
    name: 'another resource is content',
    ...sent(FHIR, '{"resourceType":"Patient"}'),
    status: 201,
    matches: binary('application/fhir+json', Buffer.from('{"resourceType":"Patient"}').toString('base64')),
    rows: 1,
    after: [
      {
        ...read(FHIR),
        status: 200,
        answered: { 'content-type': 'application/fhir+json' },
        has: ['"Patient"}'],
      },
      { ...read({ Accept: 'application/fhir+json' }), status: 200, has: ['"data"'] },
    ],
  },
  {
    name: 'XML that is no FHIR is content',
    ...sent({ 'Content-Type': 'application/xml' }, '<a/>'),
    status: 201,
    matches: binary('application/xml', 'PGEvPg=='),
    rows: 1,
  },
  { name: 'what calls itself FHIR and is none', ...sent(FHIR, '{"resourceType":'), status: 400, rows: 0 },
  { name: 'content of no type', ...sent({}, Buffer.from('a')), status: 415, rows: 0 },
  {
    name: 'content of a type that is none',
    ...sent({ 'Content-Type': 'nonsense' }, 'a'),
    status: 422,
    rows: 0,
  },
  { name: 'what is not stored', ...read({ Accept: 'image/png' }), status: 404 },
  {
    name: 'what was deleted',
    before: [...page, deletion('Binary/id-1')],
    ...read({ Accept: 'image/png' }),
    status: 410,
  },
  {
    name: 'no other resource is given in another form',
    before: [put({ resourceType: 'Patient', id: 'p' })],
    path: '/fhir/Patient/p',
    headers: { Accept: 'image/png' },
    status: 406,
  },
];

testCases('Binary', CASES);
