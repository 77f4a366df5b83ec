import { setTimeout as delay } from 'node:timers/promises';
import { Pool, type PoolClient, types } from 'pg';
import { StoreUnavailable } from '../store.ts';

/** The servers of one database: a primary, and standbys that follow it. */
export interface Hosts {
  /** Whether another server may become the primary. */
  readonly areSeveral: boolean;
  /** A connection to the primary. Throws StoreUnavailable. */
  primary(): Promise<PoolClient>;
  /** A connection to a server that shows all that any client has been told is stored. Throws StoreUnavailable. */
  current(): Promise<PoolClient>;
  /** What was taken for the primary is not, or is away: it is looked for again. */
  lost(): void;
  close(): Promise<void>;
}

interface Host {
  readonly place: string;
  readonly pool: Pool;
}

const BIGINT = 20;

/** Whole numbers are safe integers everywhere; anything else comes as pg's own types. */
const TYPES = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === BIGINT ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
};

/** How often and how long, in milliseconds, a standby is waited for. */
const WAITS = 10;
const WAIT = 5;

/** How long a standby that cannot be reached is left alone, in milliseconds. */
const REST = 10_000;

/** A connection that breaks in idle time shows where it is used next; the pool makes another one. */
const ignore = (): void => undefined;

const createPool = (url: string): Pool => {
  const pool = new Pool({
    connectionString: url,
    application_name: 'trialbridge',
    types: TYPES,
    pipeline: true,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 300_000,
    // A commit is an answer only when it is on disk; compiling a plan costs more than these plans take.
    onConnect: (client) => client.query('SET synchronous_commit = on; SET jit = off'),
  });
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
};

/** What a URL with any number of hosts names: https://www.postgresql.org/docs/current/libpq-connect.html */
export interface PostgresqlDatabase {
  /** Without user and password. */
  readonly place: string;
  /** A URL for each host. */
  readonly urls: readonly URL[];
  /** Whether standbys are read from. */
  readonly prefersStandby: boolean;
}

/** Undefined if it is no URL of that kind. */
export const postgresqlDatabase = (url: string): PostgresqlDatabase | undefined => {
  const [, start, hosts = '', rest] = /^(postgres(?:ql)?:\/\/(?:[^@/?]*@)?)([^/?]*)(.*)$/s.exec(url) ?? [];
  const urls = hosts.split(',').flatMap((host) => URL.parse(`${start}${host}${rest}`) ?? []);
  if (start === undefined || urls.length < hosts.split(',').length) return undefined;
  const [wanted] = urls.map(({ searchParams }) => {
    const sessions = searchParams.get('target_session_attrs') ?? 'read-write';
    searchParams.delete('target_session_attrs');
    return sessions;
  });
  if (wanted !== 'read-write' && wanted !== 'prefer-standby') return undefined;
  const place = `PostgreSQL at ${hosts}${urls[0]?.pathname}`;
  return { place, urls, prefersStandby: wanted === 'prefer-standby' };
};

/** The timeline of a server that takes writes, later for one that was promoted later; empty for a standby. */
const timelineOf = async ({ pool }: Host): Promise<string> => {
  const { rows } = await pool.query(
    `SELECT CASE WHEN NOT pg_is_in_recovery() THEN substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) END
     AS timeline`,
  );
  return rows[0]?.timeline ?? '';
};

/** The one that takes writes. Throws StoreUnavailable. */
const findPrimary = async (hosts: readonly Host[]): Promise<Host> => {
  const [only] = hosts;
  if (only && hosts.length === 1) return only;
  const asked = await Promise.allSettled(hosts.map(timelineOf));
  const timelines = asked.map((one) => (one.status === 'fulfilled' ? one.value : ''));
  const latest = timelines.toSorted().at(-1);
  const primary = latest ? hosts[timelines.indexOf(latest)] : undefined;
  if (primary) return primary;
  const reasons = asked.map((one, at) => {
    const reason = one.status === 'rejected' ? (one.reason as Error).message : 'it is a standby';
    return `${hosts[at]?.place}: ${reason}`;
  });
  throw new StoreUnavailable(`no PostgreSQL server takes writes: ${reasons.join('; ')}`);
};

/** The hosts of a database. */
export const createHosts = ({
  urls,
  prefersStandby,
}: Pick<PostgresqlDatabase, 'urls' | 'prefersStandby'>): Hosts => {
  const hosts = urls.map(
    (url): Host => ({
      place: `PostgreSQL at ${url.host}${url.pathname}`,
      pool: createPool(url.href),
    }),
  );
  const resting = new Map<Host, number>();
  let found: Promise<Host> | undefined;
  let turn = 0;

  const connect = async ({ place, pool }: Host): Promise<PoolClient> => {
    try {
      return await pool.connect();
    } catch (error) {
      throw new StoreUnavailable(`${place} cannot be reached: ${(error as Error).message}`);
    }
  };
  const lost = (): void => {
    found = undefined;
  };
  const primaryHost = (): Promise<Host> => {
    found ??= findPrimary(hosts);
    found.catch(lost);
    return found;
  };
  const primary = async (): Promise<PoolClient> => {
    try {
      return await connect(await primaryHost());
    } catch (error) {
      lost();
      // Another may have taken its place.
      if (hosts.length === 1) throw error;
      return await connect(await primaryHost());
    }
  };

  /** A connection to a standby that has got as far as the primary is now, if it gets there soon. */
  const standby = async (host: Host, lsn: string): Promise<PoolClient | undefined> => {
    const client = await host.pool.connect();
    try {
      for (let tries = 0; tries < WAITS; tries += 1) {
        const { rows } = await client.query('SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS current', [
          lsn,
        ]);
        if (rows[0]?.current === true) return client;
        await delay(WAIT);
      }
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  };
  const current = async (): Promise<PoolClient> => {
    const client = await primary();
    if (!prefersStandby) return client;
    const first = await primaryHost();
    const able = hosts.filter((host) => host !== first && (resting.get(host) ?? 0) < Date.now());
    turn += 1;
    const host = able[turn % able.length];
    if (host === undefined) return client;
    try {
      const { rows } = await client.query('SELECT pg_current_wal_flush_lsn()::text AS lsn');
      const other = await standby(host, rows[0]?.lsn);
      if (other) client.release();
      return other ?? client;
    } catch {
      // Where it was the primary that failed, whoever uses the connection will see it.
      resting.set(host, Date.now() + REST);
      return client;
    }
  };

  return {
    areSeveral: hosts.length > 1,
    primary,
    current,
    lost,
    close: async () => {
      await Promise.all(hosts.map(({ pool }) => pool.end()));
    },
  };
};
