import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../store.ts';
import type { Row, Work } from './work.ts';

/**
 * Runs work that only reads on a SQLite file as it is now, whoever writes to it meanwhile. Throws StoreUnavailable if
 * there is none.
 */
export const readSqlite = <T>(path: string, work: Work<T>): T => {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
    database.exec('BEGIN');
    let step = work.next();
    while (!step.done) {
      if ('into' in step.value) throw new Error('nothing is inserted into what is only read');
      const { sql, values } = step.value;
      step = work.next(database.prepare(sql).all(...values) as Row[]);
    }
    return step.value;
  } catch (error) {
    if (!(error instanceof Error && 'errcode' in error)) throw error;
    throw new StoreUnavailable(`${path} cannot be used as a database: ${error.message}`);
  } finally {
    database?.close();
  }
};
