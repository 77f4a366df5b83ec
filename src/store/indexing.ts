import { createBackground } from './background.ts';
import { AT_ONCE, prune } from './index-version.ts';
import {
  beginJobForNewDefinitions,
  currentJob,
  endJob,
  type Job,
  reindexSome,
  stepJob,
} from './reindexing.ts';
import { PAGES_LAST } from './search/page-tokens.ts';
import type { Engine } from './sql/engine.ts';
import type { Reindexing } from './store.ts';
import { noStoredParameters, type StoredParameters, storedParameters } from './stored-parameters.ts';

/** Keeps the index of a database as its search parameters want it. */
export interface Indexing {
  parameters(): StoredParameters;
  reindexing(): Reindexing | undefined;
  reindex(type?: string, id?: string): Promise<number>;
  /** Resolves when what is to be indexed anew has been. */
  settled(): Promise<void>;
  /** To be called after a write with the parameters by which it was indexed. */
  written(parameters: StoredParameters): Promise<void>;
  close(): Promise<void>;
}

/** How often it looks for superseded versions to forget, in milliseconds. */
const PRUNE = 60_000;

/** Opens the index; everything is indexed anew first if the built-in definitions have changed. */
export const createIndexing = async (engine: Engine, now: () => number): Promise<Indexing> => {
  const { dialect } = engine;
  const background = createBackground();
  let parameters = noStoredParameters();
  let job: Job | undefined;
  let pruned = now();

  const look = async (): Promise<void> => {
    [parameters, job] = await engine.read(function* () {
      return [yield* storedParameters(parameters), yield* currentJob()] as const;
    });
  };
  const step = async (): Promise<boolean> => {
    const more = await engine.write(() => stepJob(dialect, parameters));
    if (!more) await engine.write(() => endJob(dialect, parameters));
    await look();
    return job !== undefined;
  };
  let queued = false;
  const follow = async (): Promise<void> => {
    await look();
    if (job === undefined || queued) return;
    queued = true;
    void background.run(() => {
      queued = false;
      return step();
    });
  };

  await engine.write(() => beginJobForNewDefinitions(dialect));
  await look();
  while (job?.definitions !== undefined) await step();
  await follow();
  // A database that is away is noticed by those who ask it something.
  const unlisten = engine.listen('search-parameters', () => void follow().catch(() => undefined));

  return {
    parameters: () => parameters,
    reindexing: () =>
      job && {
        parameters: parameters.stored.filter(({ served }) => !served).map(({ url }) => url),
        total: job.total,
        done: job.done,
      },
    reindex: async (type = 'Resource', id) => {
      const [newest] = await engine.ask({ sql: 'SELECT max(seq) AS seq FROM version', values: [] });
      const until = Number(newest?.seq ?? 0);
      let total = 0;
      for (let after = 0; after < until; ) {
        const some = { types: [type], id, after, until };
        const done = await engine.write(() => reindexSome(dialect, parameters, some));
        total += done.count;
        after = done.after;
      }
      return total;
    },
    settled: () => background.run(async () => false),
    written: async ({ remembered }) => {
      // A first step is the last one where little is to be indexed: then what was written takes effect at once.
      if (remembered !== parameters.remembered && (await step().catch(() => true))) await follow();
      if (now() - pruned < PRUNE) return;
      pruned = now();
      void background.run(
        async () => (await engine.write(() => prune(dialect, now() - PAGES_LAST))) === AT_ONCE,
      );
    },
    close: async () => {
      await unlisten();
      await background.close();
    },
  };
};
