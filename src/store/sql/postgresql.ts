import { setTimeout as delay } from 'node:timers/promises';
import { Pool, type PoolClient, types } from 'pg';
import { StoreUnavailable } from '../store.ts';
import type { Engine } from './engine.ts';
import { ask, ConnectionLost, refusal, run, unavailable } from './postgresql-connection.ts';
import { dialect } from './postgresql-dialect.ts';
import { createQueries } from './postgresql-query.ts';

const BIGINT = 20;

/** Whole numbers are safe integers everywhere; anything else comes as pg's own types. */
const TYPES = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === BIGINT ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
};

/** Another writer was first, which the work itself sees when it is run again: a conflict, or no obstacle. */
const RUN_AGAIN = new Set(['40001', '40P01', '23505']);
const ATTEMPTS = 6;

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

/** Ends what a failure left open; a connection that cannot even do that is given up. */
const clear = async (client: PoolClient): Promise<void> => {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch {
    client.release(true);
  }
};

/** A PostgreSQL database, 15 or newer. What it is asked throws StoreUnavailable where it cannot be reached. */
export const createPostgresqlEngine = (url: string): Engine => {
  const pool = createPool(url);
  const queryOf = createQueries();
  // Without user and password.
  const { host, pathname } = new URL(url);
  const place = `PostgreSQL at ${host}${pathname}`;

  const connect = async (): Promise<PoolClient> => {
    try {
      return await pool.connect();
    } catch (error) {
      throw new StoreUnavailable(`${place} cannot be reached: ${(error as Error).message}`);
    }
  };

  const connected = async <T>(use: (client: PoolClient) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      const client = await connect();
      try {
        const result = await use(client);
        client.release();
        return result;
      } catch (error) {
        await clear(client);
        const lost = error instanceof ConnectionLost;
        const code = refusal(error) ?? '';
        if (!lost && !RUN_AGAIN.has(code))
          throw unavailable(code, `${place}: ${(error as Error).message}`) ?? error;
        if (attempt === ATTEMPTS)
          throw lost ? new StoreUnavailable(`${place} was lost: ${error.message}`) : error;
        await delay(Math.random() * 5 * 2 ** attempt);
      }
    }
  };

  const commit = async (client: PoolClient): Promise<void> => {
    try {
      await ask(client, 'COMMIT');
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      // Whether it was stored is not known, so it must not be done again.
      throw new StoreUnavailable(`${place} was lost while it stored something: ${error.message}`);
    }
  };

  return {
    dialect,
    ask: (statement) => connected((client) => ask(client, queryOf(statement))),
    read: (work) =>
      connected(async (client) => {
        const result = await run(client, queryOf, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work());
        // Nothing depends on it; the next to use the connection comes after it.
        client.query('COMMIT').catch(ignore);
        return result;
      }),
    write: (work) =>
      connected(async (client) => {
        const result = await run(client, queryOf, 'BEGIN ISOLATION LEVEL READ COMMITTED', work());
        await commit(client);
        return result;
      }),
    // Each write is on the disk when it is answered.
    flush: async () => undefined,
    close: () => pool.end(),
  };
};
