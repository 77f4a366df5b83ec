import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { News } from './engine.ts';
import { run, type Work } from './work.ts';

/** How often it is seen that the connection still stands, and how long that may take, in milliseconds. */
const LOOK = 10_000;
const PATIENCE = 5000;

/** How long until a broken connection is made anew, in milliseconds. */
const PAUSE = 500;

const ignore = (): void => undefined;

/** Tells those who listen, when the transaction is committed: https://www.postgresql.org/docs/current/sql-notify.html */
export function* notify(news: News): Work<void> {
  yield* run("SELECT pg_notify('trialbridge', current_schema() || ' ' || ?)", news);
}

/** Calls back whenever somebody tells news, or may have while the connection was broken. Gives what ends it. */
export const listen = (
  connect: () => Promise<PoolClient>,
  news: News,
  heard: () => void,
): (() => Promise<void>) => {
  const closing = new AbortController();
  const { signal } = closing;
  const pause = (time: number) => delay(time, undefined, { signal, ref: false }).catch(ignore);

  const session = async (client: PoolClient): Promise<void> => {
    const broken = once(client, 'end').then(() => Promise.reject(new Error('the connection was closed')));
    broken.catch(ignore);
    const { rows } = await client.query('SELECT current_schema() AS schema');
    client.on('notification', ({ payload }) => {
      if (payload === `${rows[0]?.schema} ${news}`) heard();
    });
    await client.query('LISTEN trialbridge');
    while (!signal.aborted) {
      heard();
      await Promise.race([pause(LOOK), broken]);
      const late = delay(PATIENCE, undefined, { ref: false }).then(() =>
        Promise.reject(new Error('no answer')),
      );
      await Promise.race([client.query('SELECT 1'), late, broken]);
    }
  };
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      const client = await connect().catch(ignore);
      if (client) {
        await session(client).catch(ignore);
        client.release(true);
      }
      await pause(PAUSE);
    }
  };
  const ended = loop();
  return () => {
    closing.abort();
    return ended;
  };
};
