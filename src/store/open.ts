import { createStore, type StoreOptions } from './create-store.ts';
import type { Engine, EngineOptions } from './sql/engine.ts';
import { createPostgresqlEngine } from './sql/postgresql.ts';
import { type PostgresqlDatabase, postgresqlDatabase } from './sql/postgresql-hosts.ts';
import { createSqliteEngine } from './sql/sqlite.ts';
import { withToldFailures } from './sql/sqlite-failures.ts';
import { readSqlite } from './sql/sqlite-snapshot.ts';
import type { Work } from './sql/work.ts';
import { type Store, StoreUnavailable } from './store.ts';

/** What a URL names: the path of a SQLite file, or a PostgreSQL database. Throws StoreUnavailable. */
const named = (url: string): string | PostgresqlDatabase => {
  const place = /^sqlite:(.+)$/s.exec(url)?.[1] ?? postgresqlDatabase(url);
  if (place !== undefined) return place;
  throw new StoreUnavailable(
    `“${url}” is not a database URL; write sqlite:PATH, sqlite::memory: or postgresql://USER@HOST[,HOST…]/DATABASE`,
  );
};

/** The engine for the database a URL names. Throws StoreUnavailable. */
export const openEngine = (url: string, options?: EngineOptions): Engine => {
  const place = named(url);
  return typeof place === 'string'
    ? withToldFailures(createSqliteEngine(place, options))
    : createPostgresqlEngine(place, options);
};

/** Runs work that only reads on a database as it is at one moment, whoever has it open. Throws StoreUnavailable. */
export const readDatabase = async <T>(url: string, work: () => Work<T>): Promise<T> => {
  const place = named(url);
  if (typeof place === 'string') return readSqlite(place, work());
  const engine = createPostgresqlEngine(place);
  try {
    return await engine.read(work);
  } finally {
    await engine.close();
  }
};

/**
 * Opens the store a database URL names: `sqlite:PATH`, `sqlite::memory:` or `postgresql://…`. Throws
 * StoreUnavailable.
 */
export const openStore = async (url: string, options?: StoreOptions): Promise<Store> =>
  createStore(openEngine(url, options), options);
