import { createStore, type StoreOptions } from './create-store.ts';
import type { Engine } from './sql/engine.ts';
import { createPostgresqlEngine } from './sql/postgresql.ts';
import { createSqliteEngine } from './sql/sqlite.ts';
import { withToldFailures } from './sql/sqlite-failures.ts';
import { readSqlite } from './sql/sqlite-snapshot.ts';
import type { Work } from './sql/work.ts';
import { type Store, StoreUnavailable } from './store.ts';

/** The path of a SQLite file that a URL names; undefined for one of PostgreSQL. Throws StoreUnavailable. */
const sqlitePath = (url: string): string | undefined => {
  const [, scheme, rest = ''] = /^([a-z]+):(.+)$/s.exec(url) ?? [];
  if (scheme === 'sqlite') return rest;
  if ((scheme === 'postgresql' || scheme === 'postgres') && URL.canParse(url)) return undefined;
  throw new StoreUnavailable(
    `“${url}” is not a database URL; write sqlite:PATH, sqlite::memory: or postgresql://USER@HOST/DATABASE`,
  );
};

/** The engine for the database a URL names, which may gather writes. Throws StoreUnavailable. */
export const openEngine = (url: string, gathersWrites?: boolean): Engine => {
  const path = sqlitePath(url);
  return path === undefined
    ? createPostgresqlEngine(url)
    : withToldFailures(createSqliteEngine(path, gathersWrites));
};

/** Runs work that only reads on a database as it is at one moment, whoever has it open. Throws StoreUnavailable. */
export const readDatabase = async <T>(url: string, work: () => Work<T>): Promise<T> => {
  const path = sqlitePath(url);
  if (path !== undefined) return readSqlite(path, work());
  const engine = createPostgresqlEngine(url);
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
  createStore(openEngine(url, options?.gathersWrites), options);
