import { createSqliteStore } from './sqlite.ts';
import { type Store, StoreUnavailable } from './store.ts';

/** Opens the store a database URL names: `sqlite:PATH`, or `sqlite::memory:`. Throws StoreUnavailable. */
export const openStore = async (url: string): Promise<Store> => {
  const [scheme, ...rest] = url.split(':');
  const path = rest.join(':');
  if (scheme !== 'sqlite' || path === '')
    throw new StoreUnavailable(`“${url}” is not a database URL; write sqlite:PATH or sqlite::memory:`);
  return createSqliteStore(path);
};
