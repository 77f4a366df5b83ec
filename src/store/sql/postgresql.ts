import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseError, Pool, type PoolClient, type QueryConfig, types } from 'pg';
import { StoreUnavailable } from '../store.ts';
import type { Engine } from './engine.ts';
import { dialect, json, storable } from './postgresql-dialect.ts';
import type { Insert, Row, Statement, Work } from './work.ts';

const BIGINT = 20;

/** Numbers are safe integers everywhere; anything else comes as pg's own types. */
const TYPES = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === BIGINT ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
};

/** How many statements are kept prepared by each connection; searches can take any number of shapes. */
const LIMIT = 500;

/** Statements in PostgreSQL's writing, the first ones named, so that they are planned once. */
const createQueries = (): ((statement: Statement) => QueryConfig) => {
  const known = new Map<string, { text: string; name?: string }>();
  return ({ sql, values }) => {
    let query = known.get(sql);
    if (!query) {
      let parameters = 0;
      const text = sql.replaceAll('?', () => `$${(parameters += 1)}`);
      query = {
        text,
        ...(known.size < LIMIT && { name: createHash('sha256').update(text).digest('hex').slice(0, 32) }),
      };
      if (query.name) known.set(sql, query);
    }
    return { ...query, values: values.map((value) => (typeof value === 'string' ? storable(value) : value)) };
  };
};

/** All rows as one value, so that any number of them is one statement. No rows tell the types of the columns. */
const insertion = (table: string, columns: readonly string[], all: readonly Insert[]): Statement => ({
  sql: `INSERT INTO ${table} (${columns.join(', ')})
    SELECT ${columns.join(', ')} FROM json_populate_recordset((SELECT t FROM ${table} AS t LIMIT 0), ?)`,
  values: [
    json(
      all.flatMap(({ rows }) =>
        rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))),
      ),
    ),
  ],
});

/** The connection broke, or the server stopped it: https://www.postgresql.org/docs/current/errcodes-appendix.html */
class ConnectionLost extends Error {}

const isFromServer = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError && !/^(08|57P0)/.test(error.code ?? '');

/** Another writer was first, which the work itself sees when it is run again: a conflict, or no obstacle. */
const RUN_AGAIN = new Set(['40001', '40P01', '23505']);
const ATTEMPTS = 6;

/**
 * A PostgreSQL database (15 or newer). Statements are sent without waiting for the answer to those before them
 * where that is not needed. Throws StoreUnavailable.
 */
export const createPostgresqlEngine = (url: string): Engine => {
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
  // Without user and password.
  const { host, pathname } = new URL(url);
  const place = `PostgreSQL at ${host}${pathname}`;
  // A lost connection shows where it is used; the pool makes another one.
  const ignore = () => undefined;
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));

  const queryOf = createQueries();

  const connect = async (): Promise<PoolClient> => {
    try {
      return await pool.connect();
    } catch (error) {
      throw new StoreUnavailable(`${place} cannot be reached: ${(error as Error).message}`);
    }
  };

  const ask = async (client: PoolClient, statement: Statement): Promise<readonly Row[]> => {
    try {
      return (await client.query(queryOf(statement))).rows;
    } catch (error) {
      throw isFromServer(error) ? error : new ConnectionLost((error as Error).message);
    }
  };

  /** Insertions are gathered until something else is asked. */
  const run = async <T>(client: PoolClient, work: Work<T>): Promise<T> => {
    let gathered: Insert[] = [];
    const insert = async () => {
      const byTable = Map.groupBy(gathered, ({ table, columns }) => [table, ...columns].join());
      gathered = [];
      await Promise.all(
        [...byTable.values()].map((all) => {
          const [{ table, columns } = { table: '', columns: [] }] = all;
          return ask(client, insertion(table, columns, all));
        }),
      );
    };
    let step = work.next();
    while (!step.done) {
      if ('sql' in step.value) {
        await insert();
        step = work.next(await ask(client, step.value));
      } else {
        gathered.push(step.value);
        step = work.next([]);
      }
    }
    await insert();
    return step.value;
  };

  const plain = (sql: string): Statement => ({ sql, values: [] });

  const once = async <T>(begin: string, work: () => Work<T>): Promise<T> => {
    const client = await connect();
    let committing = false;
    try {
      const [, result] = await Promise.all([ask(client, plain(begin)), run(client, work())]);
      committing = true;
      await ask(client, plain('COMMIT'));
      client.release();
      return result;
    } catch (error) {
      if (error instanceof ConnectionLost) client.release(true);
      else {
        await client.query('ROLLBACK').catch(ignore);
        client.release();
      }
      if (error instanceof ConnectionLost && committing)
        throw new StoreUnavailable(`${place} was lost while it stored something: ${error.message}`);
      throw error;
    }
  };

  const transaction = async <T>(begin: string, work: () => Work<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(begin, work);
      } catch (error) {
        const lost = error instanceof ConnectionLost;
        if (!lost && !(isFromServer(error) && RUN_AGAIN.has(error.code ?? ''))) throw error;
        if (attempt === ATTEMPTS)
          throw lost ? new StoreUnavailable(`${place} was lost: ${error.message}`) : error;
        await delay(Math.random() * 5 * 2 ** attempt);
      }
    }
  };

  return {
    dialect,
    read: (work) => transaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work),
    write: (work) => transaction('BEGIN ISOLATION LEVEL READ COMMITTED', work),
    close: () => pool.end(),
  };
};
