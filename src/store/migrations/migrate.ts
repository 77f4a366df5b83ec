import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../store.ts';
import { resources } from './0001-resources.ts';

/** In order; a database's `user_version` says how many of them it has had. Never change one, add the next. */
const MIGRATIONS = [resources];

/** Brings a database to the newest schema, in one transaction. Throws StoreUnavailable if it is newer than that. */
export const migrate = (database: DatabaseSync): void => {
  const row = database.prepare('PRAGMA user_version').get();
  const had = Number(row?.user_version);
  if (had > MIGRATIONS.length)
    throw new StoreUnavailable(`the database was written by a newer version of this program (schema ${had})`);
  if (had === MIGRATIONS.length) return;
  database.exec(
    [
      'BEGIN IMMEDIATE',
      ...MIGRATIONS.slice(had),
      `PRAGMA user_version = ${MIGRATIONS.length}`,
      'COMMIT',
    ].join(';\n'),
  );
};
