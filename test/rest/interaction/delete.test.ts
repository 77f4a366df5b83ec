import { type Case, created, deletion, FHIR, put, testCases } from '../case.ts';

const ORGANIZATION = '/fhir/Organization/id-1';

const remove = (headers: Record<string, string> = {}, path = ORGANIZATION) =>
  ({ method: 'delete', path, headers }) as const;

/** A Device that refers to the Organization which was created. */
const device = put({ resourceType: 'Device', id: 'd', owner: { reference: 'Organization/id-1' } });

const CASES: Case[] = [
  {
    name: 'what is stored',
    before: created,
    ...remove(),
    status: 204,
    answered: { etag: 'W/"2"' },
    rows: 1,
    after: [
      { path: ORGANIZATION, status: 410, answered: { etag: 'W/"2"' } },
      { path: '/fhir/Organization', status: 200, has: ['"total":0'] },
      { path: `${ORGANIZATION}/_history/1`, status: 200, has: ['Ward 7'] },
      { ...deletion('Organization/id-1'), status: 204, answered: { etag: 'W/"2"' } },
      {
        ...put({ resourceType: 'Organization', id: 'id-1', name: 'Ward 9' }),
        status: 201,
        answered: { etag: 'W/"3"' },
      },
      { path: ORGANIZATION, status: 200, has: ['Ward 9'] },
    ],
  },
  {
    name: 'what was deleted',
    before: [...created, deletion('Organization/id-1')],
    ...remove(),
    status: 204,
    answered: { etag: 'W/"2"' },
  },
  { name: 'what was never there', ...remove(), status: 204 },
  {
    name: 'and tells of it',
    before: created,
    ...remove({ Prefer: 'return=OperationOutcome' }),
    status: 200,
    matches: { resourceType: 'OperationOutcome', issue: [{ severity: 'information' }] },
    has: ['Organization/id-1'],
    rows: 1,
  },
  {
    name: 'nothing, and tells of it',
    ...remove({ Prefer: 'return=OperationOutcome' }),
    status: 200,
    has: ['nothing to delete'],
  },
  {
    name: 'the version that is named',
    before: created,
    ...remove({ 'If-Match': 'W/"1"' }),
    status: 204,
    rows: 1,
  },
  {
    name: 'another version',
    before: created,
    ...remove({ 'If-Match': 'W/"2"' }),
    status: 412,
    after: [{ path: ORGANIZATION, status: 200 }],
  },
  {
    name: 'a version in the history',
    before: created,
    ...remove({}, `${ORGANIZATION}/_history/1`),
    status: 405,
  },
  { name: 'everything', before: created, ...remove({}, '/fhir'), status: 405 },
  { name: 'with a parameter', before: created, ...remove({}, `${ORGANIZATION}?name=x`), status: 400 },
  {
    name: 'what others refer to',
    before: [...created, device],
    ...remove(),
    status: 409,
    has: ['Device/d refers to Organization/id-1', 'referential-integrity'],
    after: [{ path: ORGANIZATION, status: 200 }],
  },
  {
    name: 'what only a version in the history refers to',
    before: [...created, device, put({ resourceType: 'Device', id: 'd' })],
    ...remove(),
    status: 204,
    rows: 1,
  },
  {
    name: 'what only something deleted refers to',
    before: [...created, device, deletion('Device/d')],
    ...remove(),
    status: 204,
    rows: 1,
  },
  {
    name: 'what only refers to itself',
    before: [
      put({
        resourceType: 'Organization',
        id: 'id-1',
        name: 'x',
        partOf: { reference: 'Organization/id-1' },
      }),
    ],
    ...remove(),
    status: 204,
    rows: 1,
  },
  {
    name: 'what others refer to by version',
    before: [
      ...created,
      put({ resourceType: 'Device', id: 'd', owner: { reference: 'Organization/id-1/_history/1' } }),
    ],
    ...remove(),
    status: 204,
    rows: 1,
  },
  {
    name: 'what others refer to, where references may lead nowhere',
    setup: { referentialIntegrity: false },
    before: [...created, device],
    ...remove(),
    status: 204,
    rows: 1,
  },
];

const site = (id: string, value: string) =>
  put({ resourceType: 'Organization', id, identifier: [{ system: 'urn:s', value }] });

const sites = [site('a', '1'), site('b', '2'), site('c', '2')];
const where = (condition: string, headers: Record<string, string> = {}) =>
  remove(headers, `/fhir/Organization?${condition}`);

const CONDITIONAL: Case[] = [
  {
    name: 'one meets it',
    before: sites,
    ...where('identifier=1'),
    status: 204,
    answered: { etag: 'W/"2"' },
    rows: 1,
    after: [{ path: '/fhir/Organization/a', status: 410 }],
  },
  { name: 'nothing meets it', before: sites, ...where('identifier=3'), status: 204 },
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
  {
    name: 'one meets it, and others refer to it',
    before: [...sites, put({ resourceType: 'Device', id: 'd', owner: { reference: 'Organization/a' } })],
    ...where('identifier=1'),
    status: 409,
    has: ['Device/d'],
  },
];

const multiple = { conditionalDelete: 'multiple' } as const;

const SEVERAL: Case[] = [
  {
    name: 'several meet it',
    setup: multiple,
    before: sites,
    ...where('identifier=2', { Prefer: 'return=OperationOutcome' }),
    status: 200,
    has: ['Organization/b', 'Organization/c'],
    hasNot: ['Organization/a'],
    rows: 2,
    after: [
      { path: '/fhir/Organization/a', status: 200 },
      { path: '/fhir/Organization/b', status: 410 },
      { path: '/fhir/Organization/c', status: 410 },
    ],
  },
  { name: 'nothing meets it', setup: multiple, before: sites, ...where('identifier=3'), status: 204 },
  { name: 'no condition', setup: multiple, before: sites, ...where(''), status: 412 },
  {
    name: 'several meet it and one is referred to',
    setup: multiple,
    before: [...sites, put({ resourceType: 'Device', id: 'd', owner: { reference: 'Organization/c' } })],
    ...where('identifier=2'),
    status: 409,
    after: [{ path: '/fhir/Organization/b', status: 200 }],
  },
  {
    name: 'they refer to each other',
    setup: multiple,
    before: [
      put({ resourceType: 'Organization', id: 'a', name: 'x', partOf: { reference: 'Organization/a' } }),
      put({ resourceType: 'Organization', id: 'b', name: 'x', partOf: { reference: 'Organization/a' } }),
    ],
    ...where('name=x'),
    status: 204,
    rows: 2,
  },
  {
    name: 'the CapabilityStatement says so',
    setup: multiple,
    path: '/fhir/metadata',
    headers: FHIR,
    status: 200,
    has: ['"conditionalDelete":"multiple"'],
    hasNot: ['"conditionalDelete":"single"'],
  },
];

testCases('delete', CASES);
testCases('conditional delete where', CONDITIONAL);
testCases('conditional delete of several where', SEVERAL);
