import { afterAll, beforeAll, beforeEach } from 'vitest';
import { migrate } from '../../../src/store/migrations/migrate.ts';
import { openEngine } from '../../../src/store/open.ts';
import type { Engine } from '../../../src/store/sql/engine.ts';
import type { Database, DatabaseKind } from '../stores.ts';
import { clear } from './world.ts';

/**
 * An engine on a new database for the tests around, empty before each; `engine` once they run. It takes more than
 * `few` versions with a value for many.
 */
export const useEngine = (kind: DatabaseKind, few?: number): { engine: Engine } => {
  const opened = { engine: undefined as unknown as Engine };
  let database: Database;
  beforeAll(async () => {
    database = await kind.create();
    const engine = openEngine(database.url);
    opened.engine = few === undefined ? engine : { ...engine, dialect: { ...engine.dialect, few } };
    await migrate(opened.engine);
  });
  beforeEach(() => clear(opened.engine));
  afterAll(async () => {
    await opened.engine.close();
    await database.remove();
  });
  return opened;
};
