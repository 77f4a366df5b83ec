import { createStore, type StoreOptions } from './create-store.ts';
import type { Engine } from './sql/engine.ts';
import { createPostgresqlEngine } from './sql/postgresql.ts';
import { createSqliteEngine } from './sql/sqlite.ts';
import { type Store, StoreUnavailable } from './store.ts';

/** The engine for the database a URL names, which may gather writes. Throws StoreUnavailable. */
export const openEngine = (url: string, gathersWrites?: boolean): Engine => {
  const [, scheme, rest = ''] = /^([a-z]+):(.+)$/s.exec(url) ?? [];
  if (scheme === 'sqlite') return createSqliteEngine(rest, gathersWrites);
  const postgresql = createPostgresqlEngine(url);
  if (postgresql) return postgresql;
  throw new StoreUnavailable(
    `“${url}” is not a database URL; write sqlite:PATH, sqlite::memory: or postgresql://USER@HOST[,HOST…]/DATABASE`,
  );
};

/**
 * Opens the store a database URL names: `sqlite:PATH`, `sqlite::memory:` or `postgresql://…`. Throws
 * StoreUnavailable.
 */
export const openStore = async (url: string, options?: StoreOptions): Promise<Store> =>
  createStore(openEngine(url, options?.gathersWrites), options);
