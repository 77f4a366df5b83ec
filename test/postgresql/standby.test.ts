import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { searchOf } from '../../src/fhir/search/search-request.ts';
import { openStore } from '../../src/store/open.ts';
import { type Store, StoreUnavailable } from '../../src/store/store.ts';
import { found, hasToken, organization, put } from '../store/fixture.ts';
import { type PostgresqlServer, startPostgresql } from './server.ts';

describe('a primary and a standby', () => {
  let primary: PostgresqlServer;
  let standby: PostgresqlServer;
  let stores: Store[] = [];
  beforeEach(async () => {
    primary = await startPostgresql();
    standby = await primary.standby();
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    stores = [];
    await standby.stop();
    await primary.stop();
  });

  const ask = async (server: PostgresqlServer, sql: string) => {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const both = (parameters: string): string => {
    const [first = '', second = ''] = [standby, primary].map(({ url }) => new URL(url).host);
    return `postgresql://postgres@${first},${second}/postgres${parameters}`;
  };
  const open = async (parameters = ''): Promise<Store> => {
    const store = await openStore(both(parameters));
    stores.push(store);
    return store;
  };
  const names = (store: Store) => found(store, 'Organization', hasToken('Organization.identifier', 'x'));
  /** How many rows were read by statements of sessions that have ended or been idle. */
  const readOn = async (server: PostgresqlServer): Promise<number> => {
    const rows = await ask(
      server,
      "SELECT coalesce(sum(idx_tup_fetch), 0) AS rows FROM pg_stat_user_tables WHERE relname = 'version'",
    );
    return Number(rows[0].rows);
  };

  test('are one database, whichever is named first', async () => {
    const store = await open();
    await put(store, organization('a', 'x'));
    expect(await names(store)).toEqual(['a']);
  });

  test('share the reading, and what was written is seen at once', async () => {
    const [one, two] = [await open('?target_session_attrs=prefer-standby'), await open()];
    for (let n = 0; n < 50; n += 1) {
      const id = `o${String(n).padStart(2, '0')}`;
      await put(two, organization(id, 'x'));
      expect((await one.search(searchOf(['Organization']))).total).toBe(n + 1);
      expect(await one.read('Organization', id)).toMatchObject({ versionId: 1 });
    }
    await expect.poll(() => readOn(standby), { timeout: 20_000 }).toBeGreaterThan(50);
  });

  test('a standby that lags is not read from', async () => {
    const store = await open('?target_session_attrs=prefer-standby');
    await put(store, organization('a', 'x'));
    await ask(standby, 'SELECT pg_wal_replay_pause()');
    await put(store, organization('b', 'x'));
    expect(await names(store)).toEqual(['a', 'b']);
    await ask(standby, 'SELECT pg_wal_replay_resume()');
    expect(await names(store)).toEqual(['a', 'b']);
  });

  test('a standby that is away is done without', async () => {
    const store = await open('?target_session_attrs=prefer-standby');
    await put(store, organization('a', 'x'));
    await standby.kill();
    for (let n = 0; n < 5; n += 1) expect(await names(store)).toEqual(['a']);
    await put(store, organization('b', 'x'));
    expect(await names(store)).toEqual(['a', 'b']);
  });

  test('when the primary crashes, the standby that takes its place is written to', async () => {
    await ask(primary, "ALTER SYSTEM SET synchronous_standby_names = '*'");
    await ask(primary, 'SELECT pg_reload_conf()');
    const store = await open('?target_session_attrs=prefer-standby');
    const stored: string[] = [];
    const write = async (id: string): Promise<void> => {
      try {
        await put(store, organization(id, 'x'));
        stored.push(id);
      } catch (error) {
        expect(error).toBeInstanceOf(StoreUnavailable);
      }
    };
    for (let n = 0; n < 20; n += 1) await write(`a${n}`);
    const writing = Promise.all(Array.from({ length: 8 }, (_, n) => write(`b${n}`)));
    await primary.kill();
    await writing;
    await expect(put(store, organization('none'))).rejects.toThrow(/takes writes|was lost|cannot be reached/);
    await ask(standby, "ALTER SYSTEM SET synchronous_standby_names = ''");
    await ask(standby, 'SELECT pg_promote()');
    await expect.poll(() => write('c').then(() => stored.includes('c')), { timeout: 20_000 }).toBe(true);
    expect(await names(store)).toEqual(expect.arrayContaining(stored));
    expect(stored.length).toBeGreaterThan(20);
  });

  test('of two that take writes, the one promoted last is the primary', async () => {
    const store = await open();
    await put(store, organization('a', 'x'));
    await expect
      .poll(async () => (await ask(standby, 'SELECT count(*)::int AS n FROM version'))[0].n)
      .toBeGreaterThan(0);
    await ask(standby, 'SELECT pg_promote()');
    const later = await open();
    await put(later, organization('b', 'x'));
    const rows = await ask(standby, "SELECT count(*)::int AS n FROM version WHERE id = 'b'");
    expect(rows).toEqual([{ n: 1 }]);
  });
});

test.each([
  'postgresql://postgres@127.0.0.1,/postgres',
  'postgresql://postgres@127.0.0.1:1,127.0.0.1:x/postgres',
  'postgresql://postgres@127.0.0.1:1/postgres?target_session_attrs=any',
  'postgresql:',
])('%s names no database', async (url) => {
  await expect(openStore(url)).rejects.toThrow(/is not a database URL/);
});
