import { expect } from 'vitest';
import { type Case, FHIR, put, testCases, ward } from './case.ts';

const HEADER = JSON.stringify({
  resourceType: 'Provenance',
  recorded: '2031-05-06T07:08:09Z',
  agent: [{ who: { display: 'A registrar' } }],
});

const provenance = (header: string) => ({ ...FHIR, 'X-Provenance': header });

const found = (reference: string, total: number) => ({
  path: `/fhir/Provenance?target=${reference}`,
  status: 200,
  matches: { total },
});

const WARD = { resourceType: 'Organization', id: 'ward', name: 'Ward 7' } as const;

const bundle = (type: string, ...entry: readonly object[]) =>
  JSON.stringify({ resourceType: 'Bundle', type, entry });

const entry = (method: string, url: string, resource?: object) => ({
  ...(resource && { resource }),
  request: { method, url },
});

const sent = (body: string, header = HEADER) =>
  ({ method: 'post', path: '/fhir', headers: provenance(header), body }) as const;

/** Refused, because nothing is stored that a Provenance could be of. */
const MEANINGLESS = {
  status: 400,
  rows: 0,
  has: ['X-Provenance comes with what creates, updates or patches', 'http.x-provenance'],
} as const;

const OF_BUNDLES: readonly Case[] = [
  {
    name: 'of a transaction is of all that it writes, and of nothing else',
    before: [put(WARD), put({ ...WARD, id: 'closed' }), put({ ...WARD, id: 'same' })],
    ...sent(
      bundle(
        'transaction',
        entry('POST', 'Organization', { resourceType: 'Organization', name: 'New' }),
        entry('PUT', 'Organization/ward', { ...WARD, name: 'Ward 8' }),
        entry('PUT', 'Organization/same', { ...WARD, id: 'same' }),
        entry('DELETE', 'Organization/closed'),
        entry('GET', 'Organization/ward'),
      ),
    ),
    status: 200,
    rows: 4,
    matches: {
      entry: [201, 200, 200, 204, 200].map((one) => ({
        response: { status: expect.stringMatching(`^${one}`) },
      })),
    },
    after: [
      {
        ...found('Organization/ward', 1),
        has: ['Organization/id-1/_history/1', 'Organization/ward/_history/2', 'A registrar'],
        hasNot: ['Organization/same', 'Organization/closed'],
      },
    ],
  },
  {
    name: 'of a transaction that changes nothing is not stored',
    before: [put(WARD)],
    ...sent(bundle('transaction', entry('PUT', 'Organization/ward', WARD))),
    status: 200,
    rows: 0,
  },
  {
    name: 'that is none keeps a transaction from being made',
    ...sent(bundle('transaction', entry('PUT', 'Organization/ward', WARD)), '{'),
    status: 400,
    rows: 0,
  },
  {
    name: 'that refers to nothing keeps a transaction from being made',
    ...sent(
      bundle('transaction', entry('PUT', 'Organization/ward', WARD)),
      HEADER.replace('"display":"A registrar"', '"reference":"Practitioner/none"'),
    ),
    status: 409,
    has: ['Practitioner/none'],
    rows: 0,
  },
  {
    name: 'of a transaction that only deletes is refused',
    before: [put(WARD)],
    ...sent(bundle('transaction', entry('DELETE', 'Organization/ward'))),
    ...MEANINGLESS,
  },
  {
    name: 'of a batch is refused, as each of its entries is by itself',
    ...sent(bundle('batch', entry('PUT', 'Organization/ward', WARD))),
    ...MEANINGLESS,
  },
];

const ELSEWHERE: readonly Case[] = [
  ...(['Organization/ward', 'Organization/none', 'Organization?name=ward'] as const).map(
    (path): Case => ({
      name: `with the deletion of ${path} is refused`,
      before: [put(WARD)],
      method: 'delete',
      path: `/fhir/${path}`,
      headers: { 'X-Provenance': HEADER },
      ...MEANINGLESS,
    }),
  ),
  {
    name: 'with an operation is refused',
    method: 'post',
    path: '/fhir/Organization/$validate',
    headers: provenance(HEADER),
    body: ward,
    ...MEANINGLESS,
  },
  {
    name: 'with a read is of no account',
    before: [put(WARD)],
    path: '/fhir/Organization/ward',
    headers: { 'X-Provenance': HEADER },
    status: 200,
    rows: 0,
  },
  {
    name: 'with content of any type is stored with it',
    method: 'post',
    path: '/fhir/Binary',
    headers: { 'Content-Type': 'text/plain', 'X-Provenance': HEADER },
    body: 'A text',
    status: 201,
    rows: 2,
    after: [found('Binary/id-1', 1)],
  },
];

const CASES: readonly Case[] = [
  {
    name: 'of a create is stored with it, and is of its version',
    method: 'post',
    path: '/fhir/Organization',
    headers: provenance(HEADER),
    body: ward,
    status: 201,
    has: ['Ward 7'],
    rows: 2,
    after: [
      {
        ...found('Organization/id-1', 1),
        has: ['Organization/id-1/_history/1', 'A registrar'],
      },
    ],
  },
  {
    name: 'of an update is of the new version',
    before: [put(WARD)],
    ...put({ ...WARD, name: 'Ward 8' }, { 'X-Provenance': HEADER }),
    status: 200,
    rows: 2,
    after: [{ ...found('Organization/ward', 1), has: ['Organization/ward/_history/2'] }],
  },
  {
    name: 'of an update that changes nothing is not stored',
    before: [put(WARD)],
    ...put(WARD, { 'X-Provenance': HEADER }),
    status: 200,
    rows: 0,
  },
  ...[
    ['that is no JSON', '{', 400],
    ['that is no Provenance', ward, 400],
    ['with what is no element', HEADER.replace('{', '{"failure":"x",'), 422],
    ['with a target', HEADER.replace('{', '{"target":[{"display":"x"}],'), 400],
    ['without an agent', '{"resourceType":"Provenance","recorded":"2031-05-06T07:08:09Z"}', 422],
    [
      'that refers to nothing',
      HEADER.replace('"display":"A registrar"', '"reference":"Practitioner/none"'),
      409,
    ],
  ].map(
    ([name, header, status]): Case => ({
      name: `${name} keeps all from being stored`,
      method: 'post',
      path: '/fhir/Organization',
      headers: provenance(String(header)),
      body: ward,
      status: Number(status),
      rows: 0,
    }),
  ),
];

testCases('a Provenance in the header', [...CASES, ...OF_BUNDLES, ...ELSEWHERE]);
