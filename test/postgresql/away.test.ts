import type { FhirResource } from 'fhir/r5.js';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { put, resourceOf, send } from '../rest/case.ts';
import { createServer, type Server } from '../rest/server.ts';
import { postgresql } from '../store/stores.ts';
import { type PostgresqlServer, startPostgresql } from './server.ts';

let database: PostgresqlServer;
let server: Server;
beforeAll(async () => {
  // A server of this file's own, because it is stopped.
  database = await startPostgresql();
  server = await createServer({ database: postgresql(database.url) });
});
afterAll(async () => {
  await server.close();
  await database.stop();
});

const ward = (id: string): FhirResource => ({ resourceType: 'Organization', id, name: 'Ward' });
const read = { path: '/fhir/Organization/a' };

test('while the database is away 503 says when to try again, and it goes on by itself', async () => {
  expect((await send(server, put(ward('a')))).status).toBe(201);
  await database.kill();
  for (const sent of [read, put(ward('b')), { path: '/fhir/Organization?name=Ward' }]) {
    const answer = await send(server, sent);
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('2');
    expect(resourceOf(answer).value).toMatchObject({ issue: [{ code: 'transient' }] });
    expect(answer.text).not.toMatch(/127\.0\.0\.1|postgres/);
  }
  expect((await send(server, { path: '/readyz' })).status).toBe(503);
  await database.resume();
  expect((await send(server, read)).status).toBe(200);
  expect((await send(server, put(ward('b')))).status).toBe(201);
  expect(await server.rows()).toBe(2);
});

test('while it may only be read it is read, and says that it stores nothing', async () => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  /** Connections that are made from now on have the setting; those that there are end. */
  const readOnly = async (setting: 'on' | 'off'): Promise<void> => {
    await client.query('SET default_transaction_read_only = off');
    await client.query(`ALTER ROLE postgres SET default_transaction_read_only = ${setting}`);
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND state IS NOT NULL',
    );
  };
  await readOnly('on');
  expect((await send(server, read)).status).toBe(200);
  const refused = await send(server, put(ward('c')));
  expect(refused.status).toBe(507);
  expect(resourceOf(refused).value).toMatchObject({ issue: [{ code: 'no-store' }] });
  await readOnly('off');
  await client.end();
  expect((await send(server, put(ward('c')))).status).toBe(201);
});
