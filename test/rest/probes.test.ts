import request from 'supertest';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { created, send } from './case.ts';
import { createServer, type Server } from './server.ts';

const PROXY = '198.51.100.7';

/** The same service in other surroundings. */
const surrounded = ({ service }: Server, surroundings: Parameters<typeof createApp>[1]) =>
  createApp({ ...service, metrics: createMetrics() }, surroundings);

test('the server is alive and ready, and is neither ready without its store nor while it stops', async () => {
  const server = await createServer();
  const stopping = new AbortController();
  const app = surrounded(server, { stopping: stopping.signal });
  expect(await request(app).get('/livez')).toMatchObject({ status: 200, body: { status: 'alive' } });
  const ready = await request(app).get('/readyz');
  expect(ready).toMatchObject({ status: 200, body: { status: 'ready', version: '0.0.0' } });
  stopping.abort();
  const stops = await request(app).get('/readyz');
  expect(stops).toMatchObject({
    status: 503,
    body: { status: 'not ready', reason: 'the server is stopping' },
  });
  expect((await request(app).get('/fhir/Organization')).status).toBe(200);
  await server.close();
  const without = await request(server.app).get('/readyz');
  expect(without).toMatchObject({ status: 503, body: { reason: 'the database cannot be reached' } });
  expect((await request(server.app).get('/livez')).status).toBe(200);
});

test('probes are answered whatever there is to do, and however often they are asked', async () => {
  const server = await createServer({ rateLimit: 1, mostRequests: 1 });
  const read = () => request(server.app).get('/fhir/Organization');
  expect([(await read()).status, (await read()).status]).toEqual([200, 429]);
  for (const path of ['/livez', '/readyz', '/metrics', '/readyz'])
    expect((await request(server.app).get(path)).status, path).toBe(200);
  await server.close();
});

test('metrics count requests by what they are and what came of them', async () => {
  const server = await createServer();
  for (const one of created) await send(server, one);
  await send(server, { path: '/fhir/Organization/id-1' });
  await send(server, { path: '/fhir/Organization/none' });
  await send(server, { path: '/fhir/Organization/none' });
  await send(server, { path: '/fhir/Organization/$validate' });
  await send(server, { path: '/nowhere/at/all' });
  const { text, headers } = await request(server.app).get('/metrics');
  expect(headers['content-type']).toContain('text/plain; version=0.0.4');
  const counted = (interaction: string, status: number) =>
    new RegExp(
      `^trialbridge_request_duration_seconds_count\\{interaction="${interaction.replace('$', '\\$')}",status="${status}"\\} (\\d+)$`,
      'm',
    ).exec(text)?.[1];
  expect(counted('create', 201)).toBe(String(created.length));
  expect(counted('read', 200)).toBe('1');
  expect(counted('read', 404)).toBe('2');
  expect(counted('none', 404)).toBe('1');
  expect(text).toMatch(/^trialbridge_requests_running 0$/m);
  expect(text).not.toContain('id-1');
  await server.close();
});

test('metrics are shown to loopback addresses and to those named, and to nobody through a proxy', async () => {
  const server = await createServer();
  const statusOf = async (app: Parameters<typeof request>[0], headers: Record<string, string> = {}) =>
    (await request(app).get('/metrics').set(headers)).status;
  expect(await statusOf(server.app)).toBe(200);
  for (const name of ['X-Forwarded-For', 'Forwarded', 'Via'])
    expect(await statusOf(server.app, { [name]: '127.0.0.1' })).toBe(403);
  const trusting = { trustedProxies: ['127.0.0.0/8'] };
  const behind = surrounded(server, trusting);
  expect(await statusOf(behind, { 'X-Forwarded-For': PROXY })).toBe(403);
  const named = surrounded(server, {
    ...trusting,
    metricsNetworks: ['198.51.100.0/24', '2001:db8::/32'],
  });
  expect(await statusOf(named, { 'X-Forwarded-For': PROXY })).toBe(200);
  expect(await statusOf(named, { 'X-Forwarded-For': '2001:db8::1' })).toBe(200);
  expect(await statusOf(named, { 'X-Forwarded-For': '203.0.113.1' })).toBe(403);
  await server.close();
});
