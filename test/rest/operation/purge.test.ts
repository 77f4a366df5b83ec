import type { CapabilityStatement } from 'fhir/r5.js';
import { expect, test } from 'vitest';
import { type Case, created, deletion, FHIR, put, resourceOf, send, testCases } from '../case.ts';
import { createServer } from '../server.ts';

const purge = (path: string) => ({ method: 'post', path: `/fhir/${path}/$purge`, headers: FHIR }) as const;
const renamed = put({ resourceType: 'Organization', id: 'id-1', name: 'Ward 8' });
const gone = [{ path: '/fhir/Organization/id-1', status: 404 }];

const CASES: readonly Case[] = [
  {
    name: 'a resource that was deleted is removed with its history',
    before: [...created, renamed, deletion('Organization/id-1')],
    ...purge('Organization/id-1'),
    status: 200,
    rows: -3,
    matches: {
      parameter: [
        { name: 'resources', valueInteger: 1 },
        { name: 'versions', valueInteger: 3 },
      ],
    },
    after: [
      ...gone,
      { path: '/fhir/Organization/id-1/_history', status: 404 },
      { ...renamed, status: 201, answered: { etag: 'W/"1"' } },
    ],
  },
  {
    name: 'a resource that is there is not removed',
    before: created,
    ...purge('Organization/id-1'),
    status: 409,
    has: ['is not deleted'],
  },
  { name: 'nothing is no resource', ...purge('Organization/id-1'), status: 404 },
  {
    name: 'a type is rid of what was deleted',
    before: [...created, ...created, deletion('Organization/id-2')],
    ...purge('Organization'),
    status: 200,
    rows: -2,
    matches: { parameter: [{ valueInteger: 1 }, { valueInteger: 2 }] },
    after: [
      { path: '/fhir/Organization/id-1', status: 200 },
      { path: '/fhir/Organization/id-2', status: 404 },
    ],
  },
  { name: 'a purge by GET is refused', path: '/fhir/Organization/$purge', status: 405 },
  {
    name: 'a history is removed but for the current version',
    before: [...created, renamed],
    ...deletion('Organization/id-1/_history'),
    status: 204,
    rows: -1,
    after: [
      { path: '/fhir/Organization/id-1/_history/1', status: 404 },
      {
        path: '/fhir/Organization/id-1/_history',
        status: 200,
        has: ['"total":1', 'Ward 8'],
        hasNot: ['Ward 7'],
      },
      { path: '/fhir/Organization?name=Ward', status: 200, has: ['"total":1'] },
    ],
  },
  {
    name: 'a history that there is not is none to remove',
    ...deletion('Organization/x/_history'),
    status: 404,
  },
  {
    name: 'a version that was replaced is removed',
    before: [...created, renamed],
    ...deletion('Organization/id-1/_history/1'),
    status: 204,
    rows: -1,
  },
  {
    name: 'the current version is not removed from a history',
    before: [...created, renamed],
    ...deletion('Organization/id-1/_history/2'),
    status: 409,
    has: ['current version'],
  },
  ...['3', '0', 'x'].map((version) => ({
    name: `a version ${version} that there is not is none to remove`,
    before: [...created, renamed],
    ...deletion(`Organization/id-1/_history/${version}`),
    status: 404,
  })),
];

testCases('where it is allowed to remove for good', CASES, { allowsPurge: true });

testCases('where it is not allowed', [
  {
    name: 'nothing is purged',
    before: [...created, deletion('Organization/id-1')],
    ...purge('Organization/id-1'),
    status: 404,
    after: [{ path: '/fhir/Organization/id-1', status: 410 }],
  },
  {
    name: 'no history is removed',
    before: [...created, renamed],
    ...deletion('Organization/id-1/_history'),
    status: 405,
    after: [{ path: '/fhir/Organization/id-1/_history/1', status: 200 }],
  },
  {
    name: 'nor by an entry of a batch',
    before: [...created, renamed],
    method: 'post',
    path: '/fhir',
    headers: FHIR,
    body: JSON.stringify({
      resourceType: 'Bundle',
      type: 'batch',
      entry: [{ request: { method: 'DELETE', url: 'Organization/id-1/_history' } }],
    }),
    status: 200,
    has: ['"405'],
    after: [{ path: '/fhir/Organization/id-1/_history/1', status: 200 }],
  },
]);

test.each([true, false])('it is declared only where it is allowed: %s', async (allowsPurge) => {
  const server = await createServer({ allowsPurge });
  const statement = resourceOf(await send(server, { path: '/fhir/metadata' })).value as CapabilityStatement;
  const text = JSON.stringify(statement);
  expect(text.includes('OperationDefinition/purge')).toBe(allowsPurge);
  expect(text.includes('DELETE [id]/_history')).toBe(allowsPurge);
  await server.close();
});
