import type { Bundle, FhirResource, Organization } from 'fhir/r5.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deletion, FHIR, put, resourceOf, send } from '../case.ts';
import { createServer, SERVED, type Server } from '../server.ts';

const MANY = 20;

const site = (value: string, more: Partial<Organization> = {}): string =>
  JSON.stringify({ resourceType: 'Organization', identifier: [{ system: 'urn:s', value }], ...more });

const ward = (id: string, name: string): Organization => ({ resourceType: 'Organization', id, name });

const many = <T>(make: (at: number) => Promise<T>, count = MANY): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => make(at)));

const counted = (statuses: readonly number[]): Record<number, number> =>
  Object.fromEntries(
    Map.groupBy(statuses, (one) => one)
      .entries()
      .map(([one, all]) => [one, all.length]),
  );

describe.each(SERVED)('at once, on $name:', (database) => {
  let server: Server;

  beforeEach(async () => {
    server = await createServer({ database });
  });

  afterEach(async () => {
    expect(server.logged).toEqual([]);
    await server.close();
  });

  const statuses = async (make: (at: number) => Parameters<typeof send>[1], count = MANY) =>
    counted((await many((at) => send(server, make(at)), count)).map(({ status }) => status));

  const get = async <R extends FhirResource>(path: string): Promise<R> =>
    resourceOf(await send(server, { path: `/fhir/${path}` })).value as R;

  const total = async (query: string): Promise<number | undefined> => (await get<Bundle>(query)).total;

  test('creates under one condition make one resource', async () => {
    const headers = { ...FHIR, 'If-None-Exist': 'identifier=1' };
    expect(
      await statuses(() => ({ method: 'post', path: '/fhir/Organization', headers, body: site('1') })),
    ).toEqual({ 200: MANY - 1, 201: 1 });
    expect(await total('Organization?identifier=1')).toBe(1);
    expect(await total('_history?_count=0')).toBe(1);
  });

  test('updates under one condition make one resource', async () => {
    const path = '/fhir/Organization?identifier=1';
    const found = await statuses((at) => ({
      method: 'put',
      path,
      headers: FHIR,
      body: site('1', { name: `Ward ${at}` }),
    }));
    expect(found).toEqual({ 200: MANY - 1, 201: 1 });
    expect(await total('Organization?identifier=1')).toBe(1);
    expect(await total('_history?_count=0')).toBe(MANY);
  });

  test('transactions under one condition make one resource, and all refer to it', async () => {
    const body = (at: number) =>
      JSON.stringify({
        resourceType: 'Bundle',
        type: 'transaction',
        entry: [
          {
            fullUrl: 'urn:uuid:11111111-0000-4000-8000-000000000000',
            resource: JSON.parse(site('1')),
            request: { method: 'POST', url: 'Organization', ifNoneExist: 'identifier=1' },
          },
          {
            resource: {
              resourceType: 'Device',
              id: `d${at}`,
              owner: { reference: 'urn:uuid:11111111-0000-4000-8000-000000000000' },
            },
            request: { method: 'PUT', url: `Device/d${at}` },
          },
        ],
      });
    expect(
      await statuses((at) => ({ method: 'post', path: '/fhir', headers: FHIR, body: body(at) })),
    ).toEqual({ 200: MANY });
    const { entry: [one, ...others] = [] } = await get<Bundle>('Organization');
    expect(others).toEqual([]);
    expect(await total(`Device?organization=${one?.resource?.id}`)).toBe(MANY);
  });

  test('updates of one resource are all made, one after the other', async () => {
    const found = await statuses((at) => put(ward('a', `Ward ${at}`)));
    expect(found).toEqual({ 200: MANY - 1, 201: 1 });
    const { entry = [] } = await get<Bundle>('Organization/a/_history');
    expect(entry.map(({ response }) => response?.etag)).toEqual(
      Array.from({ length: MANY }, (_, at) => `W/"${MANY - at}"`),
    );
    expect(new Set(entry.map(({ resource }) => (resource as Organization).name)).size).toBe(MANY);
  });

  test('of updates of one version one is made', async () => {
    await send(server, put(ward('a', 'Ward')));
    const found = await statuses((at) => put(ward('a', `Ward ${at}`), { 'If-Match': 'W/"1"' }));
    expect(found).toEqual({ 200: 1, 412: MANY - 1 });
  });

  test('of creations under one id where nothing is stored yet one is made', async () => {
    const found = await statuses((at) => put(ward('a', `Ward ${at}`), { 'If-None-Match': '*' }));
    expect(found).toEqual({ 201: 1, 412: MANY - 1 });
  });

  test('patches of one resource are all made', async () => {
    await send(server, put({ ...ward('a', 'Ward'), alias: ['x'] }));
    const found = await statuses((at) => ({
      method: 'patch',
      path: '/fhir/Organization/a',
      headers: { 'Content-Type': 'application/json-patch+json' },
      body: JSON.stringify([{ op: 'add', path: '/alias/-', value: `Ward ${at}` }]),
    }));
    expect(found).toEqual({ 200: MANY });
    expect(new Set((await get<Organization>('Organization/a')).alias).size).toBe(MANY + 1);
  });

  test('transactions that change the same resources are made whole', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const body = (at: number) =>
      JSON.stringify({
        resourceType: 'Bundle',
        type: 'transaction',
        entry: (at % 2 === 0 ? ids : ids.toReversed()).map((id) => ({
          resource: ward(id, `Ward ${at}`),
          request: { method: 'PUT', url: `Organization/${id}` },
        })),
      });
    const found = await statuses((at) => ({ method: 'post', path: '/fhir', headers: FHIR, body: body(at) }));
    expect(found).toEqual({ 200: MANY });
    const { entry = [] } = await get<Bundle>('Organization');
    expect(entry.length).toBe(ids.length);
    expect(new Set(entry.map(({ resource }) => (resource as Organization).name)).size).toBe(1);
    expect(await total('_history?_count=0')).toBe(MANY * ids.length);
  });

  test('what is referred to is not deleted, and what is deleted is not referred to', async () => {
    for (let round = 0; round < 5; round += 1) {
      await send(server, put(ward(`o${round}`, 'Ward')));
      const device: FhirResource = {
        resourceType: 'Device',
        id: `d${round}`,
        owner: { reference: `Organization/o${round}` },
      };
      const [made, deleted] = await Promise.all([
        send(server, put(device)),
        send(server, deletion(`Organization/o${round}`)),
      ]);
      expect([
        [201, 409],
        [409, 204],
      ]).toContainEqual([made.status, deleted.status]);
    }
  });
});

describe.each(SERVED)('on $name', (database) => {
  test('a transaction of 500 entries that refer to one another is done in time', async () => {
    const server = await createServer({ database });
    const uuid = (at: number) => `urn:uuid:00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    const entry = Array.from({ length: 500 }, (_, at) => ({
      fullUrl: uuid(at),
      resource: {
        resourceType: 'Organization',
        name: `Ward ${at}`,
        partOf: { reference: uuid(at === 0 ? 0 : at - 1) },
      },
      request: { method: 'POST', url: 'Organization' },
    }));
    const body = JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry });
    const begun = performance.now();
    const { status } = await send(server, { method: 'post', path: '/fhir', headers: FHIR, body });
    expect(status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(await server.rows()).toBe(500);
    expect(resourceOf(await send(server, { path: '/fhir/Organization/id-500' })).value).toMatchObject({
      partOf: { reference: 'Organization/id-499' },
    });
    await server.close();
  });
});
