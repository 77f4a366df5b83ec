import type { Bundle } from 'fhir/r5.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answeredLater } from '../../src/rest/later.ts';
import type { Handler, Request } from '../../src/rest/request.ts';
import type { Route } from '../../src/rest/route.ts';
import { created, FHIR, resourceOf, send, ward } from './case.ts';
import { BASE, createServer, NOW, type Server } from './server.ts';

const ASYNC = { Prefer: 'respond-async' };

let server: Server;
let time = Date.parse(NOW);

beforeEach(async () => {
  time = Date.parse(NOW);
  server = await createServer({ now: () => new Date(time).toISOString() });
});

afterEach(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const begun = async (sent: Parameters<typeof send>[1]): Promise<string> => {
  const response = await send(server, { ...sent, headers: { ...sent.headers, ...ASYNC } });
  expect(response.status, response.text).toBe(202);
  const url = response.headers['content-location'] ?? '';
  expect(url).toMatch(new RegExp(`^${BASE}/_async/id-\\d+$`));
  return url.slice(BASE.length - '/fhir'.length);
};

/** The only entry of the Bundle that a job ends with. */
const ended = async (path: string) => {
  for (;;) {
    const response = await send(server, { path });
    if (response.status === 202) {
      expect(response.headers).toMatchObject({ 'x-progress': 'in progress', 'retry-after': '1' });
      continue;
    }
    expect(response.status).toBe(200);
    const bundle = resourceOf(response).value as Bundle;
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'batch-response' });
    expect(bundle.entry).toHaveLength(1);
    return bundle.entry![0]!;
  }
};

describe('A request that may be answered later', () => {
  test('is answered by a Bundle with its response', async () => {
    const path = await begun({ method: 'post', path: '/fhir/Organization', headers: FHIR, body: ward });
    expect(await ended(path)).toMatchObject({
      resource: { resourceType: 'Organization', name: 'Ward 7' },
      response: { status: '201 Created', etag: 'W/"1"', location: expect.stringContaining('/_history/1') },
    });
    expect(await server.rows()).toBe(1);
  });

  test('is answered by what a read, a search and an operation find', async () => {
    await send(server, created[0]!);
    const read = await ended(await begun({ path: '/fhir/Organization/id-1' }));
    expect(read).toMatchObject({ resource: { id: 'id-1' }, response: { status: '200 OK' } });
    const search = await ended(await begun({ path: '/fhir/Organization?name=ward' }));
    expect(search).toMatchObject({ resource: { resourceType: 'Bundle', type: 'searchset', total: 1 } });
    const operation = await ended(await begun({ method: 'post', path: '/fhir/$reindex' }));
    expect(operation).toMatchObject({ resource: { parameter: [{ name: 'resources', valueInteger: 1 }] } });
  });

  test('is answered by what is wrong with it', async () => {
    const missing = await ended(await begun({ path: '/fhir/Patient/none' }));
    expect(missing).toMatchObject({
      response: { status: '404 Not Found', outcome: { resourceType: 'OperationOutcome' } },
    });
    expect(missing.resource).toBeUndefined();
    const unknown = await ended(await begun({ path: '/fhir/Patient?nonsense=1' }));
    expect(unknown.response?.status).toBe('400 Bad Request');
  });

  test('is answered by the Bundle of a batch', async () => {
    const body = JSON.stringify({
      resourceType: 'Bundle',
      type: 'batch',
      entry: [{ request: { method: 'GET', url: 'Patient/none' } }],
    });
    const batch = await ended(await begun({ method: 'post', path: '/fhir', headers: FHIR, body }));
    expect(batch.resource).toMatchObject({
      type: 'batch-response',
      entry: [{ response: { status: '404 Not Found' } }],
    });
  });

  test('is answered at once where it cannot be made out', async () => {
    const noRoute = await send(server, { path: '/fhir/Nonsense/x/y', headers: ASYNC });
    expect(noRoute.status).toBe(404);
    const noForm = await send(server, { path: '/fhir/Patient', headers: { ...ASYNC, Accept: 'image/png' } });
    expect(noForm.status).toBe(406);
    const page = await send(server, { path: '/openapi.json', headers: ASYNC });
    expect(page.status).toBe(200);
  });

  test('is answered at once where that is not asked for', async () => {
    const headers = { Prefer: 'return=minimal, respond-asynchronously' };
    expect((await send(server, { path: '/fhir/Patient', headers })).status).toBe(200);
  });

  test('is asked for beside other preferences', async () => {
    const prefer = { ...FHIR, Prefer: 'return=minimal; respond-async' };
    const sent = { method: 'post', path: '/fhir/Organization', headers: prefer, body: ward } as const;
    const response = await send(server, sent);
    expect(response.status).toBe(202);
    const entry = await ended(response.headers['content-location']!.slice(BASE.length - 5));
    expect(entry).toMatchObject({ response: { status: '201 Created' } });
    expect(entry.resource).toBeUndefined();
  });

  test('can be given up', async () => {
    const path = await begun({ path: '/fhir/Patient' });
    expect((await send(server, { method: 'delete', path })).status).toBe(202);
    const gone = await send(server, { path });
    expect(gone.status).toBe(404);
    expect(resourceOf(gone).value.resourceType).toBe('OperationOutcome');
    expect((await send(server, { method: 'delete', path })).status).toBe(404);
  });

  test('has its answer for an hour', async () => {
    const path = await begun({ path: '/fhir/Patient' });
    await ended(path);
    time += 3_599_000;
    expect((await send(server, { path })).status).toBe(200);
    time += 2000;
    expect((await send(server, { path })).status).toBe(404);
  });

  test('has failed when nothing was heard of it for long', async () => {
    await server.service.store.answers.begin('lost', '[null,null,null]', time + 60_000);
    expect((await send(server, { path: '/fhir/_async/lost' })).status).toBe(202);
    time += 61_000;
    const lost = await send(server, { path: '/fhir/_async/lost' });
    expect(lost.status).toBe(500);
    expect(resourceOf(lost).value).toMatchObject({ issue: [{ code: 'incomplete' }] });
  });

  test('keeps its answer whatever is heard of it after that', async () => {
    const path = await begun({ path: '/fhir/Patient' });
    await ended(path);
    await server.service.store.answers.proceed(path.split('/').at(-1) ?? '', { until: time + 60_000 });
    expect((await send(server, { path })).status).toBe(200);
  });

  test('has its answer in XML, too', async () => {
    const path = await begun({ path: '/fhir/Patient' });
    await ended(path);
    const response = await send(server, { path, headers: { Accept: 'application/fhir+xml' } });
    expect(response.text ?? response.body.toString()).toContain('<type value="batch-response"/>');
  });

  test('is answered at once where there is too much to do', async () => {
    const finish: (() => void)[] = [];
    const slow: Handler = () => new Promise((resolve) => finish.push(() => resolve({ status: 204 })));
    const request = { base: BASE, header: () => undefined } as unknown as Request;
    const begin = () => answeredLater(request, { name: 'slow', handler: slow } as Route, server.service);
    const answers = await Promise.all(Array.from({ length: 25 }, begin));
    expect(answers.filter((one) => one !== undefined)).toHaveLength(20);
    expect((await send(server, { path: '/fhir/Patient', headers: ASYNC })).status).toBe(200);
    const path = String(answers[0]?.headers?.['Content-Location']).slice(BASE.length - 5);
    expect((await send(server, { path })).status).toBe(202);
    for (const one of finish) one();
    expect((await ended(path)).response?.status).toBe('204 No Content');
    expect(await begin()).toMatchObject({ status: 202 });
  });
});

test('There is no answer where there was no request', async () => {
  expect((await send(server, { path: '/fhir/_async/none' })).status).toBe(404);
  expect((await send(server, { method: 'post', path: '/fhir/_async/none' })).status).toBe(405);
});
