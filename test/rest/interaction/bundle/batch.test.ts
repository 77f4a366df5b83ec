import type { Bundle, BundleEntry, FhirResource } from 'fhir/r5.js';
import { expect, test } from 'vitest';
import { type Case, created, FHIR, put, send, testCases, XML } from '../../case.ts';
import { BASE, createServer } from '../../server.ts';

/** A batch of these entries. */
const batch = (entry: readonly BundleEntry<FhirResource>[], headers: Record<string, string> = {}) => {
  const bundle: Bundle<FhirResource> = { resourceType: 'Bundle', type: 'batch', entry: [...entry] };
  return {
    method: 'post',
    path: '/fhir',
    headers: { ...FHIR, ...headers },
    body: JSON.stringify(bundle),
  } as const;
};

const get = (url: string): BundleEntry<FhirResource> => ({ request: { method: 'GET', url } });

const CASES: Case[] = [
  { name: 'nothing', ...batch([]), status: 200, matches: { type: 'batch-response' }, hasNot: ['"entry"'] },
  {
    name: 'entries that are right and one that is not',
    before: [
      ...created,
      put({ resourceType: 'Organization', id: 'gone', name: 'x' }),
      { method: 'delete', path: '/fhir/Organization/gone' },
    ],
    ...batch([
      {
        request: { method: 'POST', url: 'Organization' },
        resource: { resourceType: 'Organization', name: 'A' },
      },
      {
        request: { method: 'POST', url: 'Organization' },
        resource: { resourceType: 'Organization', name: 'B', colour: 'red' } as never,
      },
      {
        request: { method: 'PUT', url: 'Organization/c' },
        resource: { resourceType: 'Organization', id: 'c', name: 'C' },
      },
      get('Organization/none'),
      get('Organization/gone'),
      get('Organization?name=A'),
      get('Organization/id-1/_history'),
      get('metadata?colour=red'),
      { request: { method: 'DELETE', url: 'Organization/id-1' } },
      get('Organization?colour=red'),
    ]),
    status: 200,
    matches: {
      type: 'batch-response',
      entry: [
        {
          response: {
            status: '201 Created',
            location: `${BASE}/Organization/id-2/_history/1`,
            etag: 'W/"1"',
          },
        },
        {
          response: {
            status: '422 Unprocessable Entity',
            outcome: {
              issue: [{ expression: ['Bundle.entry[1].resource.colour'] }, {}],
            },
          },
        },
        { response: { status: '201 Created' } },
        { response: { status: '404 Not Found', outcome: { issue: [{ code: 'not-found' }] } } },
        { response: { status: '410 Gone', etag: 'W/"2"' } },
        { resource: { type: 'searchset', total: 1 }, response: { status: '200 OK' } },
        { resource: { type: 'history', total: 1 } },
        { response: { status: '400 Bad Request' } },
        { response: { status: '204 No Content', etag: 'W/"2"' } },
        { response: { status: '400 Bad Request' } },
      ],
    },
    has: ['operationoutcome-issue-line'],
    rows: 3,
  },
  {
    name: 'entries that depend on one another, in their order',
    ...batch([
      {
        request: { method: 'PUT', url: 'Organization/x' },
        resource: { resourceType: 'Organization', id: 'x', name: 'A' },
      },
      {
        request: { method: 'PUT', url: 'Organization/x' },
        resource: { resourceType: 'Organization', id: 'x', name: 'B' },
      },
      get('Organization/x'),
      { request: { method: 'DELETE', url: 'Organization/x' } },
      get('Organization/x'),
    ]),
    status: 200,
    matches: {
      entry: [
        { response: { etag: 'W/"1"' } },
        { response: { etag: 'W/"2"' } },
        { resource: { name: 'B' } },
        { response: { etag: 'W/"3"' } },
        { response: { status: '410 Gone' } },
      ],
    },
    rows: 3,
  },
  {
    name: 'a patch by Binary, and conditions',
    before: created,
    ...batch([
      {
        request: { method: 'PATCH', url: 'Organization/id-1', ifMatch: 'W/"1"' },
        resource: {
          resourceType: 'Binary',
          contentType: 'application/json-patch+json',
          data: Buffer.from('[{"op":"replace","path":"/name","value":"Ward 8"}]').toString('base64'),
        },
      },
      { request: { method: 'DELETE', url: 'Organization/id-1', ifMatch: 'W/"1"' } },
      {
        request: { method: 'POST', url: 'Organization', ifNoneExist: 'name=Ward' },
        resource: { resourceType: 'Organization', name: 'x' },
      },
      { request: { method: 'GET', url: 'Organization/id-1', ifNoneMatch: 'W/"2"' } },
    ]),
    status: 200,
    matches: {
      entry: [
        { response: { status: '200 OK', etag: 'W/"2"' } },
        { response: { status: '412 Precondition Failed' } },
        { response: { status: '200 OK', location: `${BASE}/Organization/id-1/_history/2` } },
        { response: { status: '304 Not Modified', etag: 'W/"2"' } },
      ],
    },
    rows: 1,
  },
  {
    name: 'operations',
    ...batch([
      {
        request: { method: 'POST', url: 'Organization/$validate' },
        resource: { resourceType: 'Organization', name: 'x' },
      },
    ]),
    status: 200,
    matches: { entry: [{ response: { status: '200 OK', outcome: { resourceType: 'OperationOutcome' } } }] },
  },
  {
    name: 'HEAD, without what it is about',
    before: created,
    ...batch([{ request: { method: 'HEAD', url: 'Organization/id-1' } }]),
    status: 200,
    matches: { entry: [{ response: { status: '200 OK', etag: 'W/"1"' } }] },
    hasNot: ['Ward 7'],
  },
  {
    name: 'what is created, as it is',
    ...batch(
      [
        {
          request: { method: 'POST', url: 'Organization' },
          resource: { resourceType: 'Organization', name: 'A' },
        },
      ],
      { Prefer: 'return=representation' },
    ),
    status: 200,
    matches: { entry: [{ resource: { id: 'id-1', name: 'A' } }] },
    rows: 1,
  },
  {
    name: 'another batch',
    ...batch([
      { request: { method: 'POST', url: '/' }, resource: { resourceType: 'Bundle', type: 'batch' } },
      get('Organization'),
    ]),
    status: 200,
    matches: { entry: [{ response: { status: '400 Bad Request' } }, { response: { status: '200 OK' } }] },
  },
  {
    name: 'the same fullUrl twice',
    ...batch([
      { ...get('Organization'), fullUrl: 'urn:uuid:11111111-0000-4000-8000-000000000000' },
      { ...get('Device'), fullUrl: 'urn:uuid:11111111-0000-4000-8000-000000000000' },
    ]),
    status: 400,
    has: ['Bundle.entry[1]'],
  },
  {
    name: 'XML that has an error, at its place in the XML',
    method: 'post',
    path: '/fhir',
    headers: { ...XML, Accept: 'application/fhir+xml' },
    body: '<Bundle xmlns="http://hl7.org/fhir">\n<type value="batch"/>\n<entry><resource><Organization>\n<identifier>\n<use value="maybe"/></identifier></Organization></resource><request><method value="POST"/><url value="Organization"/></request></entry></Bundle>',
    status: 200,
    has: [
      '<status value="422 Unprocessable Entity"/>',
      'Bundle.entry[0].resource.identifier[0].use',
      '<valueInteger value="5"/>',
    ],
  },
];

testCases('a batch of', CASES);

test('a long batch keeps nobody waiting: others see what it has done so far', async () => {
  const server = await createServer();
  const resource: FhirResource = { resourceType: 'Organization', id: 'a', name: 'A' };
  let isDone = false;
  const asked = send(
    server,
    batch([
      { request: { method: 'PUT', url: 'Organization/a' }, resource },
      ...Array.from({ length: 1000 }, () => get('Organization?name=A')),
      { request: { method: 'DELETE', url: 'Organization/a' } },
    ]),
  ).finally(() => {
    isDone = true;
  });
  const seen = new Set<number>();
  while (!isDone) seen.add((await send(server, { method: 'get', path: '/fhir/Organization/a' })).status);
  expect((await asked).status).toBe(200);
  expect(seen).toContain(200);
  await server.close();
});
