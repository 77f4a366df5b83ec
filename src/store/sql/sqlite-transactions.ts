import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../store.ts';

/**
 * A batch: it calls `changing` before a change that something follows, and leaves its last changes to `finish`, which
 * only the database can make fail.
 */
type Batch<T> = (changing: () => void) => { readonly value: T; readonly finish: () => void };

/** How the batches of a connection are put into transactions. */
interface Transactions {
  /** All of a batch, or none of it. */
  write<T>(batch: Batch<T>): Promise<T>;
  /** Brings to the disk what was written. Throws StoreUnavailable if that has been undone. */
  flush(): void;
  /** Brings to the disk what there is. */
  end(): void;
}

/** Runs a batch within a transaction that is open; what it throws undoes the batch, or (on a full disk, say) everything. */
const nested = <T>(database: DatabaseSync, batch: Batch<T>): T => {
  const savepoint = { isSet: false, isTooLate: false };
  try {
    // What is changed after a savepoint is copied, and few batches need it.
    const { value, finish } = batch(() => {
      if (!savepoint.isSet) database.exec('SAVEPOINT batch');
      savepoint.isSet = true;
    });
    savepoint.isTooLate = !savepoint.isSet;
    finish();
    if (savepoint.isSet) database.exec('RELEASE batch');
    return value;
  } catch (error) {
    if (savepoint.isTooLate && database.isTransaction) database.exec('ROLLBACK');
    if (savepoint.isSet && database.isTransaction) database.exec('ROLLBACK TO batch; RELEASE batch');
    throw error;
  }
};

/** What a batch of a group has come to, to be told when the group is committed. */
type Settle = () => void;

/** How many batches wait for each other at most. */
const MOST = 64;

/** A transaction for all batches that come at one time: to commit costs more than most of what is committed. */
export const groupedTransactions = (database: DatabaseSync): Transactions => {
  let waiting: { readonly attempt: () => Settle; readonly fail: (error: unknown) => void }[] = [];
  const commit = (): void => {
    const group = waiting;
    waiting = [];
    const settled: Settle[] = [];
    try {
      database.exec('BEGIN IMMEDIATE');
      for (const { attempt } of group) settled.push(attempt());
      database.exec('COMMIT');
      for (const settle of settled) settle();
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      for (const { fail } of group) fail(error);
    }
  };
  const end = (): void => {
    if (waiting.length > 0) commit();
  };
  /** Waits as long as each turn of the event loop brings more: what arrived while a request was read is one of them. */
  const endWhenQuiet = (before: number): void => {
    const { length } = waiting;
    if (length > before && length < MOST) setImmediate(endWhenQuiet, length);
    else end();
  };
  return {
    write: <T>(batch: Batch<T>) =>
      new Promise<T>((resolve, reject) => {
        const attempt = (): Settle => {
          try {
            const value = nested(database, batch);
            return () => resolve(value);
          } catch (error) {
            // What undid all of the group is the failure of all of it.
            if (!database.isTransaction) throw error;
            return () => reject(error);
          }
        };
        waiting.push({ attempt, fail: reject });
        if (waiting.length === 1) setImmediate(endWhenQuiet, 0);
      }),
    flush: () => undefined,
    end,
  };
};

/** One transaction for all batches until they are flushed. */
export const gatheredTransactions = (database: DatabaseSync): Transactions => {
  let undone: Error | undefined;
  const end = (): void => {
    if (database.isTransaction) database.exec('COMMIT');
  };
  return {
    write: async (batch) => {
      if (!database.isTransaction) database.exec('BEGIN IMMEDIATE');
      try {
        return nested(database, batch);
      } catch (error) {
        if (!database.isTransaction) undone = error as Error;
        throw error;
      }
    },
    flush: () => {
      if (undone !== undefined)
        throw new StoreUnavailable(`the database has undone what was written: ${undone.message}`);
      end();
    },
    end,
  };
};
