import { DatabaseError, type PoolClient, type QueryConfig } from 'pg';
import { CannotStore, StoreUnavailable } from '../store.ts';
import { insertions } from './postgresql-query.ts';
import type { Insert, Row, Statement, Work } from './work.ts';

/** The connection broke, or the server stopped it: https://www.postgresql.org/docs/current/errcodes-appendix.html */
export class ConnectionLost extends Error {}

/** Whether the server refused a statement, and what it calls that. */
export const refusal = (error: unknown): string | undefined =>
  error instanceof DatabaseError && !/^(08|57P0)/.test(error.code ?? '') ? error.code : undefined;

/** The server takes no writes: it is a standby, becomes a primary, or is told so. */
export const READ_ONLY = '25006';

/** What a refusal says of the server, as the store tells it; undefined where it is about what was asked. */
export const unavailable = (code: string, message: string): StoreUnavailable | undefined => {
  // disk_full
  if (code === '53100' || code === READ_ONLY) return new CannotStore(message);
  return /^(53|58)/.test(code) ? new StoreUnavailable(message) : undefined;
};

/** Asks one statement. Throws ConnectionLost. */
export const ask = async (client: PoolClient, query: QueryConfig | string): Promise<readonly Row[]> => {
  try {
    return (await client.query(query)).rows;
  } catch (error) {
    throw refusal(error) === undefined ? new ConnectionLost((error as Error).message) : error;
  }
};

/**
 * Runs work in a transaction that `begin` opens and the caller ends. Insertions are gathered until something else is
 * asked, and only rows that somebody asks for are waited for; `inserted` is told of each. Throws ConnectionLost.
 */
export const run = async <T>(
  client: PoolClient,
  queryOf: (statement: Statement) => QueryConfig,
  begin: string,
  work: Work<T>,
  inserted?: (insert: Insert) => void,
): Promise<T> => {
  const sent: Promise<readonly Row[]>[] = [ask(client, begin)];
  let inserts: Insert[] = [];
  const send = (statement: Statement) => sent.push(ask(client, queryOf(statement)));
  const sendInserts = (): void => {
    if (inserts.length === 0) return;
    send(insertions(inserts));
    inserts = [];
  };
  /** The rows of the last statement; of several failures the first one is told, which the others follow from. */
  const answer = async (): Promise<readonly Row[]> => (await Promise.all(sent.splice(0))).at(-1) ?? [];

  try {
    let step = work.next();
    while (!step.done) {
      const { value } = step;
      let rows: readonly Row[] = [];
      if ('into' in value) {
        inserts.push(value);
        inserted?.(value);
      } else {
        sendInserts();
        send(value);
        if (!('silent' in value)) rows = await answer();
      }
      step = work.next(rows);
    }
    sendInserts();
    await answer();
    return step.value;
  } catch (error) {
    await Promise.allSettled(sent);
    throw error;
  }
};
