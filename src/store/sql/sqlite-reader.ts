import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { SearchTooLong } from '../store.ts';
import { createTime } from './sqlite-time.ts';
import type { Row, Statement } from './work.ts';

/** What a reading thread is told: to see the file as it is now for so many milliseconds, to read, or to stop seeing it so. */
export type Order = { readonly begin: number } | Statement | 'end';

/** What it answers: rows, or why there are none. */
export type Reply =
  | { readonly rows: readonly Row[] }
  | { readonly failure: 'too long' }
  | { readonly failure: 'error'; readonly message: string; readonly errcode: number | undefined };

// A thread that reads a SQLite file, beside the one that writes it.

const { path } = workerData as { readonly path: string };
const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
const setTime = createTime(database);

const carriedOut = (order: Order): readonly Row[] => {
  if (order === 'end' || 'begin' in order) {
    if (database.isTransaction) database.exec('ROLLBACK');
    if (order === 'end') return [];
    setTime(order.begin);
    database.exec('BEGIN');
    return [];
  }
  return database.prepare(order.sql).all(...order.values) as Row[];
};

const replyTo = (order: Order): Reply => {
  try {
    return { rows: carriedOut(order) };
  } catch (error) {
    if (error instanceof SearchTooLong) return { failure: 'too long' };
    const { message, errcode } = error as Error & { readonly errcode?: number };
    return { failure: 'error', message, errcode };
  }
};

parentPort?.on('message', (order: Order) => parentPort?.postMessage(replyTo(order)));
