import { createStore, type StoreOptions } from './create-store.ts';
import { createPostgresqlEngine } from './sql/postgresql.ts';
import { createSqliteEngine } from './sql/sqlite.ts';
import { type Store, StoreUnavailable } from './store.ts';

/**
 * Opens the store a database URL names: `sqlite:PATH`, `sqlite::memory:`, or `postgresql://…`. Throws
 * StoreUnavailable.
 */
export const openStore = async (url: string, options?: StoreOptions): Promise<Store> => {
  const [, scheme, rest = ''] = /^([a-z]+):(.+)$/s.exec(url) ?? [];
  if (scheme === 'sqlite') return createStore(createSqliteEngine(rest), options);
  if ((scheme === 'postgresql' || scheme === 'postgres') && URL.canParse(url))
    return createStore(createPostgresqlEngine(url), options);
  throw new StoreUnavailable(
    `“${url}” is not a database URL; write sqlite:PATH, sqlite::memory: or postgresql://USER@HOST/DATABASE`,
  );
};
