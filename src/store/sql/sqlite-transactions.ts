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
}

/** A transaction for each batch. */
export const singleTransactions = (database: DatabaseSync): Transactions => ({
  write: async (batch) => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const { value, finish } = batch(() => undefined);
      finish();
      database.exec('COMMIT');
      return value;
    } catch (error) {
      // Some failures (a full disk) have undone it already.
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  },
  flush: () => undefined,
});

/** One transaction for all batches until they are flushed; a batch has a savepoint of its own where it needs one. */
export const gatheredTransactions = (database: DatabaseSync): Transactions => {
  let undone: Error | undefined;
  return {
    write: async (batch) => {
      if (!database.isTransaction) database.exec('BEGIN IMMEDIATE');
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
        // Some failures (a full disk) have undone it already.
        if (!database.isTransaction) undone = error as Error;
        else if (savepoint.isSet) database.exec('ROLLBACK TO batch; RELEASE batch');
        throw error;
      }
    },
    flush: () => {
      if (undone !== undefined)
        throw new StoreUnavailable(`the database has undone what was written: ${undone.message}`);
      if (database.isTransaction) database.exec('COMMIT');
    },
  };
};
