import type { Dialect, Engine } from '../sql/engine.ts';
import { row, run, type Work } from '../sql/work.ts';
import { StoreUnavailable } from '../store.ts';
import { versions } from './0001-versions.ts';
import { answers } from './0002-answers.ts';
import { bulkExports } from './0003-bulk-exports.ts';
import { subscriptions } from './0004-subscriptions.ts';

/** In order; a database remembers how many of them it has had. Never change one, add the next. */
const MIGRATIONS: readonly ((engine: Dialect['name']) => readonly string[])[] = [
  versions,
  answers,
  bulkExports,
  subscriptions,
];

const migration = function* (dialect: Dialect): Work<void> {
  yield* dialect.turn('migration');
  yield* run('CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY)');
  const found = yield* row('SELECT max(number) AS number FROM migration');
  const had = Number(found?.number ?? 0);
  if (had > MIGRATIONS.length)
    throw new StoreUnavailable(`the database was written by a newer version of this program (schema ${had})`);
  for (let number = had + 1; number <= MIGRATIONS.length; number += 1) {
    for (const sql of MIGRATIONS[number - 1]?.(dialect.name) ?? []) yield* run(sql);
    yield* run('INSERT INTO migration (number) VALUES (?)', number);
  }
  yield* dialect.settle();
};

/** Brings a database to the newest schema, in one transaction. Throws StoreUnavailable if that cannot be done. */
export const migrate = async (engine: Engine): Promise<void> => {
  try {
    await engine.write(() => migration(engine.dialect));
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    throw new StoreUnavailable(`the database cannot be used: ${(error as Error).message}`);
  }
};
