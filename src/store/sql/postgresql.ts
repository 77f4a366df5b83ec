import { setTimeout as delay } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { SearchTooLong, StoreUnavailable } from '../store.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { ask, ConnectionLost, READ_ONLY, refusal, run, unavailable } from './postgresql-connection.ts';
import { dialect } from './postgresql-dialect.ts';
import { createHosts, type PostgresqlDatabase } from './postgresql-hosts.ts';
import { listen } from './postgresql-listener.ts';
import { createQueries } from './postgresql-query.ts';
import { createStatistics } from './postgresql-statistics.ts';
import type { Insert } from './work.ts';

/** Another writer was first, which the work itself sees when it is run again: a conflict, or no obstacle. */
const RUN_AGAIN = new Set(['40001', '40P01', '23505']);
const ATTEMPTS = 15;

/** How long the next attempt waits at most, in milliseconds. */
const LONGEST_PAUSE = 300;

/** The server was told to end what takes too long: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const QUERY_CANCELED = '57014';

/** Ends what a failure left open; a connection that cannot even do that is given up. */
const clear = async (client: PoolClient): Promise<void> => {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch {
    client.release(true);
  }
};

/**
 * A PostgreSQL database, 15 or newer, on one server or several. What it is asked throws StoreUnavailable where it cannot
 * be reached.
 */
export const createPostgresqlEngine = (
  database: PostgresqlDatabase,
  { searchTime }: Pick<EngineOptions, 'searchTime'> = {},
): Engine => {
  const { place } = database;
  const timed = searchTime === undefined ? '' : `; SET LOCAL statement_timeout = ${Math.ceil(searchTime)}`;
  const reading = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY${timed}`;
  const hosts = createHosts(database);
  const queryOf = createQueries();

  const connected = async <T>(
    connect: () => Promise<PoolClient>,
    use: (client: PoolClient) => Promise<T>,
  ): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      const client = await connect();
      try {
        const result = await use(client);
        client.release();
        return result;
      } catch (error) {
        await clear(client);
        const code = refusal(error) ?? '';
        if (code === QUERY_CANCELED) throw new SearchTooLong();
        const lost = error instanceof ConnectionLost || (hosts.areSeveral && code === READ_ONLY);
        if (lost) hosts.lost();
        if (!lost && !RUN_AGAIN.has(code))
          throw unavailable(code, `${place}: ${(error as Error).message}`) ?? error;
        if (attempt === ATTEMPTS) {
          const why = lost ? 'was lost' : 'had others write the same each time';
          throw new StoreUnavailable(`${place} ${why}: ${(error as Error).message}`);
        }
        await delay(Math.random() * Math.min(5 * 2 ** attempt, LONGEST_PAUSE));
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

  const analyze = (table: string): Promise<number> =>
    connected(hosts.primary, async (client) => {
      await ask(client, `ANALYZE ${table}`);
      const [found] = await ask(
        client,
        `SELECT reltuples AS size FROM pg_class WHERE oid = '${table}'::regclass`,
      );
      return Number(found?.size);
    });
  const statistics = createStatistics(analyze);

  return {
    dialect,
    ask: (statement) => connected(hosts.current, (client) => ask(client, queryOf(statement))),
    read: (work) =>
      connected(hosts.current, async (client) => {
        const result = await run(client, queryOf, reading, work());
        // Nothing depends on it; the next to use the connection comes after it.
        client.query('COMMIT').catch(() => undefined);
        return result;
      }),
    write: (work) =>
      connected(hosts.primary, async (client) => {
        const inserts: Insert[] = [];
        const begin = 'BEGIN ISOLATION LEVEL READ COMMITTED';
        const result = await run(client, queryOf, begin, work(), (insert) => inserts.push(insert));
        await commit(client);
        statistics.inserted(inserts);
        return result;
      }),
    // Each write is on the disk when it is answered.
    flush: async () => undefined,
    listen: (news, heard) => listen(hosts.primary, news, heard),
    close: async () => {
      await statistics.settled();
      await hosts.close();
    },
  };
};
