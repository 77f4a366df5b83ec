import { randomBytes } from 'node:crypto';
import { createAnswers } from './answers.ts';
import { audit } from './audit/audit.ts';
import { createBulkExports } from './bulk/bulk-exports.ts';
import { history } from './history.ts';
import { AT_ONCE } from './index-version.ts';
import { createIndexing } from './indexing.ts';
import { referrers } from './integrity.ts';
import { labels } from './labels.ts';
import { migrate } from './migrations/migrate.ts';
import { forgetHistory, purge } from './purge.ts';
import { read, readAll } from './read.ts';
import type { IncludeLimits } from './search/include.ts';
import { createPageTokens } from './search/page-tokens.ts';
import { search } from './search/search.ts';
import { forget, noteName, set, setting } from './setting.ts';
import type { Engine, EngineOptions } from './sql/engine.ts';
import type { Work } from './sql/work.ts';
import type { Store } from './store.ts';
import { createSubscriptions } from './subscription/subscriptions.ts';
import { vread } from './vread.ts';
import { write } from './write.ts';

/** How a store is kept. */
export interface StoreOptions extends EngineOptions {
  /** Whether literal references must lead to something; by default they must. */
  readonly referentialIntegrity?: boolean;
  /** How much is included with a page of a search. */
  readonly includes?: IncludeLimits;
  /** The time, in milliseconds since 1970. */
  readonly now?: () => number;
}

/** A secret of the database's own, so that a page's token outlives the process. */
function* pageSecret(engine: Engine): Work<string> {
  yield* engine.dialect.turn('migration');
  const known = yield* setting('page-secret');
  if (known !== undefined) return known;
  const secret = randomBytes(32).toString('hex');
  yield* set('page-secret', secret);
  return secret;
}

const opened = async (
  engine: Engine,
  { referentialIntegrity = true, includes, now = Date.now }: StoreOptions,
): Promise<Store> => {
  await migrate(engine);
  const pages = createPageTokens(await engine.write(() => pageSecret(engine)), now);
  const indexing = await createIndexing(engine, now);
  const bulkExports = createBulkExports(engine, now);
  const { dialect } = engine;
  const { subscriptions, written } = createSubscriptions(engine, indexing.parameters);
  return {
    read: (type, id) => read(engine, type, id),
    readAll: (places) => readAll(engine, places),
    vread: (type, id, versionId) => vread(engine, type, id, versionId),
    history: (request) => engine.read(() => history(dialect, request, pages)),
    write: async (batch, lastUpdated) => {
      const { versions, parameters } = await engine.write(() =>
        write(dialect, batch, lastUpdated, indexing.parameters(), referentialIntegrity),
      );
      written(versions.map(({ type }) => type));
      await indexing.written(parameters);
      return versions;
    },
    purge: async (type, id) => {
      const total = { resources: 0, versions: 0 };
      for (let more = true; more; ) {
        const { resources, versions } = await engine.write(() => purge(dialect, type, id));
        total.resources += resources;
        total.versions += versions;
        more = resources === AT_ONCE;
      }
      return total;
    },
    forgetHistory: (place, versionId) => engine.write(() => forgetHistory(dialect, place, versionId)),
    search: (request) => engine.read(() => search(dialect, request, pages, includes)),
    searchParameters: () => indexing.parameters().served,
    reindex: indexing.reindex,
    reindexing: indexing.reindexing,
    audit: () => audit(engine, indexing),
    referrers: (places) => engine.read(() => referrers(dialect, places, places)),
    labels: (type) => engine.read(() => labels(type)),
    note: (name) => engine.read(() => setting(noteName(name))),
    setNote: (name, note) =>
      engine.write(() => (note === undefined ? forget(noteName(name)) : set(noteName(name), note))),
    answers: createAnswers(engine),
    bulkExports,
    subscriptions,
    flush: () => engine.flush(),
    close: async () => {
      await bulkExports.close();
      await indexing.close();
      await engine.close();
    },
  };
};

/** A store on a database, which is brought to the newest schema. Throws StoreUnavailable. */
export const createStore = async (engine: Engine, options: StoreOptions = {}): Promise<Store> => {
  try {
    return await opened(engine, options);
  } catch (error) {
    await engine.close();
    throw error;
  }
};
