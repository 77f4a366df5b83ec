import type { SearchParameter } from 'fhir/r5.js';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { searchOf } from '../../src/fhir/search/search-request.ts';
import { openEngine, openStore } from '../../src/store/open.ts';
import { row, rows, run } from '../../src/store/sql/work.ts';
import { type Store, StoreUnavailable, VersionConflict } from '../../src/store/store.ts';
import { at, found, hasToken, organization, put, putting } from '../store/fixture.ts';
import { type Database, postgresql } from '../store/stores.ts';
import { type PostgresqlServer, startPostgresql } from './server.ts';

/** Finds organizations by their identifier under another name. */
const siteParameter = (code: string): SearchParameter => ({
  resourceType: 'SearchParameter',
  id: code,
  url: `https://example.org/SearchParameter/${code}`,
  name: 'Site',
  status: 'active',
  description: 'The number of a site',
  code,
  base: ['Organization'] as unknown as SearchParameter['base'],
  type: 'token',
  expression: 'Organization.identifier',
});

describe('PostgreSQL', () => {
  // A server of this file's own, because connections are cut.
  let server: PostgresqlServer;
  beforeAll(async () => {
    server = await startPostgresql();
  });
  afterAll(() => server.stop());

  /** Ends every other connection, idle or not. */
  const cut = async (): Promise<void> => {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND state IS NOT NULL',
    );
    await client.end();
  };

  let database: Database;
  let stores: Store[] = [];
  const open = async (): Promise<Store> => {
    const store = await openStore(database.url);
    stores.push(store);
    return store;
  };
  beforeEach(async () => {
    database = await postgresql(server.url).create();
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    stores = [];
    await database.remove();
  });

  test('is opened by several processes at once, and migrated once', async () => {
    const all = await Promise.all([open(), open(), open(), open()]);
    await Promise.all(all.map((store, n) => put(store, organization(`o${n}`))));
    for (const store of all) expect((await store.search(searchOf(['Organization']))).total).toBe(4);
  });

  test('goes on after its connections were cut', async () => {
    const store = await open();
    await put(store, organization('a'));
    await cut();
    expect(await store.read('Organization', 'a')).toMatchObject({ versionId: 1 });
    await Promise.all(Array.from({ length: 8 }, () => store.search(searchOf(['Organization']))));
    await cut();
    await put(store, organization('a', '2'), 1);
    await cut();
    expect((await store.history({ count: 9 })).total).toBe(2);
  });

  test('never stores anything twice or in part, whenever its connections are cut', async () => {
    const store = await open();
    const outcomes: string[] = [];
    for (let n = 0; n < 20; n += 1) {
      const writes = ['a', 'b', 'c'].map((part) => putting(organization(`o${n}-${part}`, `v${n}`)));
      const written = store.write({ writes }, at(n)).then(
        () => 'stored',
        (error: unknown) => {
          if (error instanceof StoreUnavailable) return 'unknown';
          // It was stored by the attempt whose answer was lost.
          if (error instanceof VersionConflict) return 'unknown';
          throw error;
        },
      );
      if (n % 2 === 0) await new Promise((resolve) => setTimeout(resolve, n / 2));
      await cut();
      outcomes.push(await written);
    }
    for (const [n, outcome] of outcomes.entries()) {
      const ids = await found(store, 'Organization', hasToken('Organization.identifier', `v${n}`));
      expect([0, 3]).toContain(ids.length);
      if (outcome === 'stored') expect(ids).toHaveLength(3);
    }
    expect((await store.history({ type: 'Organization', count: 0 })).total).toBe(
      (await store.search(searchOf(['Organization']))).total,
    );
  });

  test('that cannot be reached is named without the password', async () => {
    const opening = openStore('postgresql://someone:hidden@127.0.0.1:1/none');
    await expect(opening).rejects.toThrow(StoreUnavailable);
    await expect(opening).rejects.toThrow(/127\.0\.0\.1:1\/none cannot be reached/);
    await expect(opening).rejects.not.toThrow(/hidden/);
    await expect(openStore(database.url.replace('/postgres?', '/nowhere?'))).rejects.toThrow(/nowhere/);
  });

  test('that cannot hold every text, or where nothing may be made, is refused', async () => {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    await client.query("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
    await client.query('CREATE ROLE guest LOGIN');
    await client.end();
    const latin = openStore(server.url.replace(/postgres$/, 'latin'));
    await expect(latin).rejects.toThrow(StoreUnavailable);
    await expect(latin).rejects.toThrow(/LATIN1/);
    const guest = openStore(server.url.replace('postgres@', 'guest@'));
    await expect(guest).rejects.toThrow(StoreUnavailable);
    await expect(guest).rejects.toThrow(/permission denied/);
  });

  test('that goes away is unavailable', async () => {
    const other = await startPostgresql();
    const store = await openStore(other.url);
    await put(store, organization('a'));
    await other.stop();
    await expect(store.read('Organization', 'a')).rejects.toThrow(StoreUnavailable);
    await expect(put(store, organization('b'))).rejects.toThrow(StoreUnavailable);
    await store.close();
  });

  test('tells other processes of search parameters, whose writes are indexed by them at once', async () => {
    const [one, two] = [await open(), await open()];
    await put(one, organization('before', 'x'));
    await put(one, siteParameter('site'));
    await put(two, organization('after', 'x'));
    while (one.reindexing() !== undefined) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await found(one, 'Organization', hasToken('Organization.site', 'x'))).toEqual(['before', 'after']);
    await put(two, organization('later', 'x'));
    expect(two.searchParameters().find('Organization', 'site')).toBeDefined();
  });

  test('has the answers that are given later for all processes', async () => {
    const [one, two] = [await open(), await open()];
    await one.answers.begin('a', 'someone', 1000);
    expect(await two.answers.find('a')).toEqual({ owner: 'someone', until: 1000 });
    await one.answers.proceed('a', { text: '{}', until: 2000 });
    expect(await two.answers.find('a')).toEqual({ owner: 'someone', text: '{}', until: 2000 });
    await two.answers.expire(2001);
    expect(await one.answers.find('a')).toBeUndefined();
  });

  test('lets other processes hear of search parameters, also after their connections were cut', async () => {
    const [one, two] = [await open(), await open()];
    for (const code of ['first', 'second']) {
      await put(one, siteParameter(code));
      await expect
        .poll(() => two.searchParameters().find('Organization', code), { timeout: 5000 })
        .toBeDefined();
      await cut();
    }
  });

  test('shows pages as they began though transactions end in another order than they began', async () => {
    const store = await open();
    for (const id of ['a', 'b', 'c']) await put(store, organization(id));
    // A transaction that has its number, and so its place, before the first page and ends after it.
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('BEGIN');
    await client.query("UPDATE version SET ended = pg_current_xact_id(), ended_ms = 0 WHERE id = 'c'");
    const request = { ...searchOf(['Organization']), count: 1 };
    const first = await store.search(request);
    await client.query('COMMIT');
    await client.end();
    const second = await store.search({ ...request, page: first.next ?? '' });
    const third = await store.search({ ...request, page: second.next ?? '' });
    expect([first, second, third].flatMap(({ matches }) => matches.map(({ id }) => id))).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect((await store.search(searchOf(['Organization']))).total).toBe(2);
  });

  test('restored on another server, which counts transactions anew, still pages', async () => {
    const store = await open();
    for (const id of ['a', 'b']) await put(store, organization(id));
    await put(store, organization('a', '2'), 1);
    await store.close();
    stores = [];
    const engine = openEngine(database.url);
    await engine.write(() =>
      run(
        "UPDATE version SET born = '900000000', ended = CASE WHEN ended IS NOT NULL THEN '900000000'::xid8 END",
      ),
    );
    const again = await open();
    const request = { ...searchOf(['Organization']), count: 1 };
    const first = await again.search(request);
    const second = await again.search({ ...request, page: first.next ?? '' });
    expect([first, second].flatMap(({ matches }) => matches.map(({ id }) => id))).toEqual(['b', 'a']);
    await engine.close();
  });

  test('knows how large its tables are as soon as something was loaded', async () => {
    const store = await openStore(database.url);
    const writes = Array.from({ length: 1000 }, (_, n) => putting(organization(`o${n}`)));
    await store.write({ writes }, at(1));
    await store.close();
    const engine = openEngine(database.url);
    const found = await engine.ask({
      sql: "SELECT reltuples AS size FROM pg_class WHERE oid IN ('version'::regclass, 'token'::regclass)",
      values: [],
    });
    await engine.close();
    expect(found.map(({ size }) => Number(size))).toEqual([1000, expect.toSatisfy((size) => size >= 1000)]);
  });

  test('commits only what is on disk', async () => {
    const engine = openEngine(database.url);
    expect(await engine.read(() => row("SELECT current_setting('synchronous_commit') AS it"))).toEqual({
      it: 'on',
    });
    await expect(engine.read(() => rows('SELECT 1/0'))).rejects.toThrow(/division by zero/);
    await expect(engine.read(() => run('CREATE TABLE x (y INT)'))).rejects.toThrow(/read-only/);
    await engine.close();
  });
});
