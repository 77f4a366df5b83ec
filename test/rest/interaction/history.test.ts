import type { Bundle } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { type Case, created, deletion, FHIR, put, resourceOf, send, testCases } from '../case.ts';
import { BASE, createServer, ORIGIN, SERVED } from '../server.ts';

const ward = (name: string, id = 'id-1') => put({ resourceType: 'Organization', id, name });

const before = [
  ...created,
  ward('Ward 8'),
  put({ resourceType: 'Device', id: 'd' }),
  {
    method: 'patch',
    path: '/fhir/Organization/id-1',
    headers: { 'Content-Type': 'application/json-patch+json' },
    body: '[{"op":"replace","path":"/name","value":"Ward 9"}]',
  } as const,
  deletion('Organization/id-1'),
  ward('Ward 10'),
];

const HISTORY = '/fhir/Organization/id-1/_history';

const CASES: Case[] = [
  {
    name: 'of a resource, newest first, with what made each version',
    before,
    path: HISTORY,
    status: 200,
    matches: {
      type: 'history',
      total: 5,
      link: [{ relation: 'self', url: `${BASE}/Organization/id-1/_history?_count=50` }],
      entry: [
        {
          fullUrl: `${BASE}/Organization/id-1`,
          resource: { name: 'Ward 10', meta: { versionId: '5' } },
          request: { method: 'PUT', url: 'Organization/id-1' },
          response: {
            status: '200 OK',
            etag: 'W/"5"',
            location: `${BASE}/Organization/id-1/_history/5`,
            lastModified: '2031-05-06T07:08:09.123Z',
          },
        },
        {
          request: { method: 'DELETE', url: 'Organization/id-1' },
          response: { status: '204 No Content', etag: 'W/"4"' },
        },
        { resource: { name: 'Ward 9' }, request: { method: 'PUT' }, response: { status: '200 OK' } },
        { resource: { name: 'Ward 8' }, request: { method: 'PUT' }, response: { status: '200 OK' } },
        {
          resource: { name: 'Ward 7' },
          request: { method: 'POST', url: 'Organization' },
          response: { status: '201 Created' },
        },
      ],
    },
  },
  {
    name: 'of a resource that is gone',
    before: [...created, deletion('Organization/id-1')],
    path: HISTORY,
    status: 200,
    matches: { total: 2, entry: [{ request: { method: 'DELETE' } }, {}] },
  },
  { name: 'of a resource that was never there', path: HISTORY, status: 404 },
  { name: 'of a resource of a type that is none', path: '/fhir/Wards/id-1/_history', status: 404 },
  {
    name: 'of a type',
    before,
    path: '/fhir/Device/_history',
    status: 200,
    matches: { total: 1, entry: [{ resource: { id: 'd' } }] },
  },
  {
    name: 'of a type without resources',
    path: '/fhir/Device/_history',
    status: 200,
    matches: { total: 0 },
    hasNot: ['"entry"'],
  },
  {
    name: 'of everything',
    before,
    path: '/fhir/_history',
    status: 200,
    matches: { total: 6 },
    has: ['Device/d', 'Ward 7'],
  },
  {
    name: 'of everything, how many',
    before,
    path: '/fhir/_history?_count=0',
    status: 200,
    matches: { total: 6 },
    hasNot: ['"entry"', 'next'],
  },
  { name: 'with HEAD', before, method: 'head', path: HISTORY, status: 200, hasNot: ['Ward'] },
  {
    name: 'a page',
    before,
    path: `${HISTORY}?_count=2`,
    status: 200,
    matches: { total: 5, link: [{ relation: 'self' }, { relation: 'next' }] },
    has: ['Ward 10'],
    hasNot: ['Ward 9'],
  },
  { name: 'with a count that is none', path: `/fhir/_history?_count=few`, status: 400, has: ['http._count'] },
  {
    name: 'since a time that is none',
    path: `/fhir/_history?_since=2031-05-06`,
    status: 400,
    has: ['http._since'],
  },
  { name: 'since a day that is none', path: `/fhir/_history?_since=2031-02-30T00:00:00Z`, status: 400 },
  { name: 'at a time that is none', path: `/fhir/_history?_at=then`, status: 400, has: ['http._at'] },
  { name: 'of a page that was not given', path: `/fhir/_history?_page=x`, status: 400, has: ['http._page'] },
  { name: 'with a parameter it has not', path: `/fhir/_history?_sort=x`, status: 400, has: ['_since'] },
  { name: 'to be posted', method: 'post', path: `/fhir/_history`, headers: FHIR, body: '{}', status: 405 },
];

testCases('the history', CASES);

describe.each(SERVED)('the history, on $name, in time:', (database) => {
  const start = async () => {
    let minute = 0;
    const server = await createServer({
      database,
      now: () => new Date(Date.UTC(2031, 4, 6, 7, minute)).toISOString(),
    });
    const steps = [
      ward('Ward 1', 'a'),
      ward('Ward 2', 'b'),
      ward('Ward 3', 'a'),
      deletion('Organization/b'),
      ward('Ward 5', 'a'),
    ];
    for (const step of steps) {
      expect((await send(server, step)).status).toBeLessThan(300);
      minute += 1;
    }
    const read = async (path: string): Promise<Bundle> => {
      const response = await send(server, { path });
      expect(response.status, response.text).toBe(200);
      return resourceOf(response).value as Bundle;
    };
    return { server, read };
  };

  const versions = ({ entry = [] }: Bundle): string[] =>
    entry.map(({ response }) => response?.location?.replace(`${BASE}/Organization/`, '') ?? '');

  const [one, two, three, four, five] = [
    'a/_history/1',
    'b/_history/1',
    'a/_history/2',
    'b/_history/2',
    'a/_history/3',
  ];

  test.each([
    ['', [five, four, three, two, one]],
    ['?_since=2031-05-06T07:02:00Z', [five, four, three]],
    ['?_since=2031-05-06T09:02:00.000%2B02:00', [five, four, three]],
    ['?_since=2031-05-06T07:02:00.001Z', [five, four]],
    ['?_since=2031-05-07T00:00:00Z', []],
    // Current at some time in the minute or day.
    ['?_at=2031-05-06T07:01:30Z', [two, one]],
    ['?_at=2031-05-06T07:02Z', [three, two]],
    ['?_at=2031-05-06', [five, four, three, two, one]],
    ['?_at=2031-05-05', []],
    ['?_at=2031-05-07', [five, four]],
    ['?_at=2031-05-07&_since=2031-05-06T07:04:00Z', [five]],
  ])('%s', async (query, expected) => {
    const { server, read } = await start();
    expect(versions(await read(`/fhir/Organization/_history${query}`))).toEqual(expected);
    await server.close();
  });

  test('pages stay as they were while others write, and come back by their links', async () => {
    const { server, read } = await start();
    const seen: string[] = [];
    let address: string | undefined = '/fhir/_history?_count=2';
    while (address !== undefined) {
      const page: Bundle = await read(address);
      expect(page.total).toBe(5);
      const again = await read(
        (page.link?.find(({ relation }) => relation === 'self')?.url ?? '').replace(ORIGIN, ''),
      );
      if (seen.length > 0) expect(versions(again)).toEqual(versions(page));
      seen.push(...versions(page));
      await send(server, ward(`Ward ${seen.length}`, 'a'));
      await send(server, ward('New', `new-${seen.length}`));
      address = page.link?.find(({ relation }) => relation === 'next')?.url.replace(ORIGIN, '');
    }
    expect(seen).toEqual([five, four, three, two, one]);
    expect((await read('/fhir/_history?_count=0')).total).toBe(11);
    await server.close();
  });

  test('a page is of use only as it was given', async () => {
    const { server, read } = await start();
    const next =
      (await read('/fhir/_history?_count=2')).link?.find(({ relation }) => relation === 'next')?.url ?? '';
    const address = next.replace(ORIGIN, '');
    for (const other of [
      `${address}x`,
      address.replace('/fhir/', '/fhir/Organization/'),
      `${address}&_since=2031-05-06T07:02:00Z`,
    ])
      expect((await send(server, { path: other })).status, other).toBe(400);
    expect((await send(server, { path: address })).status).toBe(200);
    await server.close();
  });
});
