import { type Case, created, deletion, FHIR, put, testCases, ward } from '../case.ts';
import { BASE } from '../server.ts';

/** Creation of a resource. */
const creation = (body: string | Buffer, headers: Record<string, string> = {}, path = 'Organization') =>
  ({ method: 'post', path: `/fhir/${path}`, headers: { ...FHIR, ...headers }, body }) as const;

const CASES: Case[] = [
  {
    name: 'a resource',
    ...creation(ward),
    status: 201,
    answered: {
      location: `${BASE}/Organization/id-1/_history/1`,
      etag: 'W/"1"',
      'last-modified': 'Tue, 06 May 2031 07:08:09 GMT',
    },
    has: ['"name":"Ward 7"'],
    rows: 1,
    after: [{ path: '/fhir/Organization/id-1', status: 200 }],
  },
  {
    name: 'with an id of its own and a meta',
    ...creation(
      '{"resourceType":"Organization","id":"mine","name":"Ward 7","meta":{"versionId":"9","lastUpdated":"1999-01-01T00:00:00Z","source":"urn:example:s","profile":["http://hl7.org/fhir/StructureDefinition/Organization"],"security":[{"code":"R"}],"tag":[{"code":"t"}]}}',
    ),
    status: 201,
    matches: {
      id: 'id-1',
      meta: {
        versionId: '1',
        lastUpdated: '2031-05-06T07:08:09.123Z',
        source: 'urn:example:s',
        profile: ['http://hl7.org/fhir/StructureDefinition/Organization'],
        security: [{ code: 'R' }],
        tag: [{ code: 't' }],
      },
    },
    hasNot: ['mine', '1999'],
    rows: 1,
    after: [{ path: '/fhir/Organization/mine', status: 404 }],
  },
  {
    name: 'and answers nothing',
    ...creation(ward, { Prefer: 'handling=strict; return=minimal' }),
    status: 201,
    answered: { location: /_history\/1$/, etag: 'W/"1"' },
    hasNot: ['Ward'],
    rows: 1,
  },
  {
    name: 'and answers how it went',
    ...creation(ward, { Prefer: 'return="OperationOutcome"' }),
    status: 201,
    has: ['OperationOutcome'],
    hasNot: ['"name"'],
    rows: 1,
  },
  {
    name: 'and answers something that is not known',
    ...creation(ward, { Prefer: 'return=everything, wait=10' }),
    status: 201,
    has: ['Ward 7'],
    rows: 1,
  },
  {
    name: 'what has an error',
    ...creation('{"resourceType":"Organization","name":"Ward 7",\n"colour":"red"}'),
    status: 422,
    has: ['colour', '"expression":["Organization', '"valueInteger":2'],
  },
  {
    name: 'another type than the path names',
    ...creation(ward, {}, 'Device'),
    status: 400,
    has: ['Organization.resourceType'],
  },
  { name: 'a type that is none', ...creation('{"resourceType":"Ward"}'), status: 400 },
  { name: 'a type that is abstract', ...creation('{}', {}, 'DomainResource'), status: 404 },
  { name: 'no JSON', ...creation('{"resourceType":'), status: 400 },
  { name: 'a list', ...creation('[]'), status: 400 },
  { name: 'nothing', ...creation(''), status: 400 },
  { name: 'a name twice', ...creation('{"resourceType":"Organization","name":"a","name":"b"}'), status: 400 },
  {
    name: 'bytes that are not UTF-8',
    ...creation(Buffer.from([0x7b, 0xff, 0x7d])),
    status: 400,
    has: ['UTF-8'],
  },
  {
    name: 'with a parameter',
    ...creation(ward, {}, 'Organization?name=x'),
    status: 400,
    has: ['http.name'],
  },
  {
    name: 'what refers to something stored',
    before: created,
    ...creation('{"resourceType":"Device","owner":{"reference":"Organization/id-1"}}', {}, 'Device'),
    status: 201,
    rows: 1,
  },
  {
    name: 'what refers to something that is not stored',
    ...creation('{"resourceType":"Device","owner":{"reference":"Organization/none"}}', {}, 'Device'),
    status: 409,
    has: ['Organization/none', 'referential-integrity'],
  },
  {
    name: 'what refers to something deleted',
    before: [...created, deletion('Organization/id-1')],
    ...creation('{"resourceType":"Device","owner":{"reference":"Organization/id-1"}}', {}, 'Device'),
    status: 409,
    has: ['Organization/id-1'],
  },
  {
    name: 'what refers to something elsewhere',
    ...creation(
      '{"resourceType":"Device","owner":{"reference":"https://other.example/fhir/Organization/1"}}',
      {},
      'Device',
    ),
    status: 201,
    rows: 1,
  },
  {
    name: 'what refers to something that is not stored, where that may be',
    setup: { referentialIntegrity: false },
    ...creation('{"resourceType":"Device","owner":{"reference":"Organization/none"}}', {}, 'Device'),
    status: 201,
    rows: 1,
  },
];

const site = (id: string, value: string) =>
  put({ resourceType: 'Organization', id, identifier: [{ system: 'urn:example:site?a', value }] });

const sites = [site('a', '1'), site('b', '2'), site('c', '2')];

const unless = (condition: string, body = ward) => creation(body, { 'If-None-Exist': condition });

const CONDITIONAL: Case[] = [
  {
    name: 'where nothing meets the condition',
    before: sites,
    ...unless('identifier=urn:example:site?a|3'),
    status: 201,
    answered: { location: `${BASE}/Organization/id-1/_history/1` },
    rows: 1,
  },
  {
    name: 'where one does',
    before: sites,
    ...unless('identifier=urn:example:site?a|1'),
    status: 200,
    answered: { location: `${BASE}/Organization/a/_history/1`, etag: 'W/"1"' },
    has: ['"id":"a"'],
    hasNot: ['Ward'],
  },
  {
    name: 'where one does, by a query with its question mark and escapes',
    before: sites,
    ...unless('?identifier=urn%3Aexample%3Asite%3Fa%7C1'),
    status: 200,
    has: ['"id":"a"'],
  },
  {
    name: 'where one does, by a query with its type',
    before: sites,
    ...unless('Organization?identifier=urn:example:site?a|1'),
    status: 200,
    has: ['"id":"a"'],
  },
  {
    name: 'where one does, by the whole address of a search',
    before: sites,
    ...unless(`${BASE}/Organization?identifier=urn:example:site?a|1`),
    status: 200,
    has: ['"id":"a"'],
  },
  {
    name: 'where several do',
    before: sites,
    ...unless('identifier=2'),
    status: 412,
    has: ['multiple-matches', 'More than one Organization'],
  },
  {
    name: 'where one did that was deleted',
    before: [...sites, deletion('Organization/a')],
    ...unless('identifier=1'),
    status: 201,
    rows: 1,
  },
  { name: 'by no condition', before: sites, ...unless(''), status: 412, has: ['search parameter'] },
  { name: 'by what says nothing of it', before: sites, ...unless('_count=1'), status: 412 },
  {
    name: 'by a parameter it has not',
    before: sites,
    ...unless('colour=red'),
    status: 400,
    has: ['http.colour', 'identifier'],
  },
  {
    name: 'unless something of another type is there',
    ...unless('Patient?identifier=x'),
    status: 400,
    has: ['Patient', 'Organization'],
  },
  {
    name: 'by a parameter it has not, to be left out',
    before: sites,
    ...creation(ward, { 'If-None-Exist': 'colour=red', Prefer: 'handling=lenient' }),
    status: 400,
  },
  {
    name: 'of what has an error',
    before: sites,
    ...unless('identifier=3', '{"resourceType":"Organization","colour":"red"}'),
    status: 422,
  },
];

testCases('create', CASES);
testCases('conditional create', CONDITIONAL);
