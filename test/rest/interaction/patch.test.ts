import { type Case, created, deletion, FHIR, parameters, put, testCases, XML } from '../case.ts';
import { BASE } from '../server.ts';

const JSON_PATCH = { 'Content-Type': 'application/json-patch+json' };
const ORGANIZATION = '/fhir/Organization/id-1';

/** A PATCH by JSON Patch. */
const byJson = (operations: unknown, headers: Record<string, string> = {}, path = ORGANIZATION) =>
  ({
    method: 'patch',
    path,
    headers: { ...JSON_PATCH, ...headers },
    body: typeof operations === 'string' ? operations : JSON.stringify(operations),
  }) as const;

/** A PATCH by the parts of one FHIRPath Patch operation. */
const byFhirPath = (parts: Record<string, unknown>, headers: Record<string, string> = FHIR) =>
  ({
    method: 'patch',
    path: ORGANIZATION,
    headers,
    body: parameters({
      name: 'operation',
      part: Object.entries(parts).map(([key, value]) => {
        const [name = '', type = 'String'] = key.split(':');
        return { name, [`value${type}`]: value };
      }),
    }),
  }) as const;

const renamed = [{ op: 'replace', path: '/name', value: 'Ward 8' }];

const BY_JSON: Case[] = [
  {
    name: 'changes a part',
    before: created,
    ...byJson(renamed),
    status: 200,
    answered: { etag: 'W/"2"', location: `${BASE}/Organization/id-1/_history/2` },
    has: ['Ward 8', '"versionId":"2"'],
    rows: 1,
    after: [{ path: `${ORGANIZATION}/_history/1`, status: 200, has: ['Ward 7'] }],
  },
  {
    name: 'keeps the digits of what it does not change',
    before: [
      put({
        resourceType: 'Group',
        id: 'g',
        type: 'person',
        membership: 'definitional',
        characteristic: [
          { code: { text: 'a' }, valueQuantity: { value: 1 }, exclude: false },
          { code: { text: 'b' }, valueBoolean: true, exclude: false },
        ],
      }),
      byJson(
        '[{"op":"replace","path":"/characteristic/0/valueQuantity/value","value":1.500}]',
        {},
        '/fhir/Group/g',
      ),
    ],
    ...byJson([{ op: 'remove', path: '/characteristic/1' }], {}, '/fhir/Group/g'),
    status: 200,
    answered: { etag: 'W/"3"' },
    has: ['{"value":1.500}'],
    rows: 1,
  },
  {
    name: 'tests before it changes',
    before: created,
    ...byJson([{ op: 'test', path: '/name', value: 'Ward 7' }, ...renamed]),
    status: 200,
    has: ['Ward 8'],
    rows: 1,
  },
  {
    name: 'changes nothing where its test fails',
    before: created,
    ...byJson([...renamed, { op: 'test', path: '/name', value: 'Ward 7' }]),
    status: 422,
    after: [{ path: ORGANIZATION, status: 200, has: ['Ward 7', '"versionId":"1"'] }],
  },
  {
    name: 'makes no version where it changes nothing',
    before: created,
    ...byJson([{ op: 'replace', path: '/name', value: 'Ward 7' }]),
    status: 200,
    answered: { etag: 'W/"1"' },
  },
  { name: 'of nothing', before: created, ...byJson([]), status: 200, answered: { etag: 'W/"1"' } },
  {
    name: 'and answers nothing',
    before: created,
    ...byJson(renamed, { Prefer: 'return=minimal' }),
    status: 200,
    hasNot: ['Ward'],
    rows: 1,
  },
  { name: 'that is no JSON', before: created, ...byJson('[{'), status: 400 },
  { name: 'that is no list', before: created, ...byJson('{}'), status: 400 },
  { name: 'that is empty', before: created, ...byJson(''), status: 400 },
  {
    name: 'by an operation that is none',
    before: created,
    ...byJson([{ op: 'set', path: '/name' }]),
    status: 400,
  },
  {
    name: 'by a path that is none',
    before: created,
    ...byJson([{ op: 'remove', path: 'name' }]),
    status: 400,
  },
  {
    name: 'of what is not there',
    before: created,
    ...byJson([{ op: 'remove', path: '/alias/0' }]),
    status: 422,
    has: ['alias'],
  },
  {
    name: 'that makes it invalid',
    before: created,
    ...byJson([{ op: 'add', path: '/colour', value: 'red' }]),
    status: 422,
    has: ['colour'],
  },
  {
    name: 'that takes its last element away',
    before: created,
    ...byJson([{ op: 'remove', path: '/name' }]),
    status: 422,
    has: ['org-1'],
  },
  {
    name: 'that makes it refer to nothing',
    before: created,
    ...byJson([{ op: 'add', path: '/partOf', value: { reference: 'Organization/none' } }]),
    status: 409,
  },
  {
    name: 'that changes its id',
    before: created,
    ...byJson([{ op: 'replace', path: '/id', value: 'id-2' }]),
    status: 422,
    has: ['Organization.id'],
  },
  {
    name: 'that changes its type',
    before: created,
    ...byJson([{ op: 'replace', path: '/resourceType', value: 'Location' }]),
    status: 422,
  },
  {
    name: 'that changes its version, which the server sets',
    before: created,
    ...byJson([{ op: 'replace', path: '/meta/versionId', value: '9' }, ...renamed]),
    status: 200,
    has: ['"versionId":"2"'],
    rows: 1,
  },
  {
    name: 'that adds a tag',
    before: created,
    ...byJson([{ op: 'add', path: '/meta/tag', value: [{ code: 't' }] }]),
    status: 200,
    matches: { meta: { versionId: '2', tag: [{ code: 't' }] } },
    rows: 1,
  },
  { name: 'of what was never there', ...byJson(renamed), status: 404 },
  {
    name: 'of what was deleted',
    before: [...created, deletion('Organization/id-1')],
    ...byJson(renamed),
    status: 410,
  },
  {
    name: 'of the version it names',
    before: created,
    ...byJson(renamed, { 'If-Match': 'W/"1"' }),
    status: 200,
    rows: 1,
  },
  { name: 'of another version', before: created, ...byJson(renamed, { 'If-Match': 'W/"2"' }), status: 412 },
  {
    name: 'in plain text',
    before: created,
    ...byJson(renamed, { 'Content-Type': 'text/plain' }),
    status: 415,
    has: ['application/fhir+json'],
  },
  {
    name: 'as a merge patch',
    before: created,
    ...byJson('{"name":"Ward 8"}', { 'Content-Type': 'application/merge-patch+json' }),
    status: 415,
  },
  {
    name: 'sent as FHIR',
    before: created,
    ...byJson(renamed, FHIR),
    status: 400,
  },
  {
    name: 'of a version in the history',
    before: created,
    ...byJson(renamed, {}, `${ORGANIZATION}/_history/1`),
    status: 405,
  },
];

const replace = { 'type:Code': 'replace', path: 'Organization.name', value: 'Ward 8' };

const BY_FHIRPATH: Case[] = [
  {
    name: 'changes a part',
    before: created,
    ...byFhirPath(replace),
    status: 200,
    answered: { etag: 'W/"2"' },
    has: ['Ward 8'],
    rows: 1,
  },
  {
    name: 'adds a part',
    before: created,
    ...byFhirPath({ 'type:Code': 'add', path: 'Organization', name: 'alias', value: 'W8' }),
    status: 200,
    has: ['"alias":["W8"]'],
    rows: 1,
  },
  {
    name: 'in XML, for an answer in XML',
    before: created,
    method: 'patch',
    path: ORGANIZATION,
    headers: { ...XML, Accept: 'application/fhir+xml' },
    body: '<Parameters xmlns="http://hl7.org/fhir"><parameter><name value="operation"/><part><name value="type"/><valueCode value="replace"/></part><part><name value="path"/><valueString value="Organization.name"/></part><part><name value="value"/><valueString value="Ward 8"/></part></parameter></Parameters>',
    status: 200,
    answered: { 'content-type': 'application/fhir+xml; charset=utf-8' },
    has: ['<name value="Ward 8"/>'],
    rows: 1,
  },
  {
    name: 'of what is not there',
    before: created,
    ...byFhirPath({ 'type:Code': 'replace', path: 'Organization.alias[3]', value: 'W8' }),
    status: 422,
  },
  {
    name: 'by an operation that is none',
    before: created,
    ...byFhirPath({ 'type:Code': 'set', path: 'Organization.name', value: 'W8' }),
    status: 400,
  },
  {
    name: 'by a path that is none',
    before: created,
    ...byFhirPath({ 'type:Code': 'replace', path: 'Organization.', value: 'W8' }),
    status: 400,
  },
  {
    name: 'without a type',
    before: created,
    ...byFhirPath({ path: 'Organization.name', value: 'W8' }),
    status: 400,
  },
  {
    name: 'of its id',
    before: created,
    ...byFhirPath({ 'type:Code': 'replace', path: 'Organization.id', 'value:Id': 'id-2' }),
    status: 422,
  },
  {
    name: 'that makes it invalid',
    before: created,
    ...byFhirPath({ 'type:Code': 'delete', path: 'Organization.name' }),
    status: 422,
    has: ['org-1'],
  },
  {
    name: 'that is another resource',
    before: created,
    method: 'patch',
    path: ORGANIZATION,
    headers: FHIR,
    body: '{"resourceType":"Organization","name":"Ward 8"}',
    status: 400,
    has: ['Organization'],
  },
  {
    name: 'that is broken XML',
    before: created,
    ...byFhirPath(replace, XML),
    status: 400,
  },
];

const site = (id: string, value: string) =>
  put({ resourceType: 'Organization', id, name: 'Site', identifier: [{ system: 'urn:s', value }] });

const sites = [site('a', '1'), site('b', '2'), site('c', '2')];
const where = (condition: string, headers: Record<string, string> = {}) =>
  byJson(renamed, headers, `/fhir/Organization?${condition}`);

const CONDITIONAL: Case[] = [
  {
    name: 'one meets it',
    before: sites,
    ...where('identifier=1'),
    status: 200,
    answered: { location: `${BASE}/Organization/a/_history/2` },
    rows: 1,
  },
  { name: 'nothing meets it', before: sites, ...where('identifier=3'), status: 404 },
  {
    name: 'several meet it',
    before: sites,
    ...where('identifier=2'),
    status: 412,
    has: ['multiple-matches'],
  },
  { name: 'no condition', before: sites, ...where(''), status: 412 },
  { name: 'a parameter it has not', before: sites, ...where('colour=red'), status: 400 },
  {
    name: 'one meets it, of another version',
    before: sites,
    ...where('identifier=1', { 'If-Match': 'W/"2"' }),
    status: 412,
  },
];

testCases('JSON Patch', BY_JSON);
testCases('FHIRPath Patch', BY_FHIRPATH);
testCases('conditional patch where', CONDITIONAL);
