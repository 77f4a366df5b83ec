import type { FhirResource, Organization } from 'fhir/r5.js';
import { FHIR, put, testCases } from '../case.ts';

const ORGANIZATIONS = 200;

const organizations = {
  method: 'post',
  path: '/fhir',
  headers: FHIR,
  body: JSON.stringify({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: Array.from({ length: ORGANIZATIONS }, (_, at) => ({
      request: { method: 'PUT', url: `Organization/o${at}` },
      resource: {
        resourceType: 'Organization',
        id: `o${at}`,
        name: `Ward ${at} ${'of the house '.repeat(1000)}`,
      },
    })),
  }),
} as const;

/** Words that are in none of the names, each looked for in all of them. */
const costly = `/fhir/Organization?name:contains=${Array.from({ length: 150 }, (_, at) => `nowhere${at}`).join(',')}`;

testCases(
  'of time',
  [
    {
      name: 'what takes too long tells how to narrow it',
      before: [organizations],
      path: costly,
      status: 503,
      matches: { issue: [{ severity: 'error', code: 'too-costly' }] },
      has: ['_total=none'],
      after: [{ path: '/fhir/Organization/o1', status: 200 }],
    },
    {
      name: 'the same in a batch is the failure of its entry alone',
      before: [organizations],
      method: 'post',
      path: '/fhir',
      headers: FHIR,
      body: JSON.stringify({
        resourceType: 'Bundle',
        type: 'batch',
        entry: [costly, '/fhir/Organization/o1'].map((path) => ({
          request: { method: 'GET', url: path.slice('/fhir/'.length) },
        })),
      }),
      status: 200,
      matches: {
        entry: [
          { response: { status: '503 Service Unavailable', outcome: { issue: [{ code: 'too-costly' }] } } },
          { response: { status: '200 OK' } },
        ],
      },
    },
  ],
  { searchTime: 50 },
);

testCases(
  'of a page',
  [
    {
      name: 'asked for more',
      before: [organizations],
      path: '/fhir/Organization?_count=500&_total=none',
      status: 200,
      has: ['_count=3', '"next"'],
    },
    {
      name: 'asked for nothing',
      before: [organizations],
      path: '/fhir/Organization',
      status: 200,
      has: ['_count=3', `"total":${ORGANIZATIONS}`],
    },
    {
      name: 'of a history',
      before: [organizations],
      path: '/fhir/_history?_count=500',
      status: 200,
      has: ['_count=3'],
    },
  ],
  { mostOnPage: 3 },
);

/** An organization that is part of one that is part of one. */
const chain: readonly Organization[] = ['a', 'b', 'c', 'd'].map((id, at, all) => ({
  resourceType: 'Organization',
  id,
  name: id,
  ...(at > 0 && { partOf: { reference: `Organization/${all[at - 1]}` } }),
}));

const stored = chain.map((one: FhirResource) => put(one));

const including = '/fhir/Organization?_id=d&_include:iterate=Organization:partof';

testCases('of what is included', [
  {
    name: 'what is too many references away is left out, and that is said',
    before: stored,
    path: including,
    status: 200,
    has: ['"id":"b"', '"incomplete"'],
    hasNot: ['"id":"a"'],
    setup: { includes: { most: 1000, depth: 2 } },
  },
  {
    name: 'as many references away as may be is all',
    before: stored,
    path: including,
    status: 200,
    has: ['"id":"a"'],
    hasNot: ['"incomplete"'],
    setup: { includes: { most: 1000, depth: 3 } },
  },
  {
    name: 'more than may be is left out, and that is said',
    before: stored,
    path: including,
    status: 200,
    has: ['"id":"c"', '"incomplete"'],
    hasNot: ['"id":"b"'],
    setup: { includes: { most: 1, depth: 100 } },
  },
]);
