import { Counter } from 'prom-client';
import { type Store, StoreUnavailable } from '../store/store.ts';
import type { Metrics } from './metrics.ts';
import { stopwatch } from './stopwatch.ts';

/** The store, whose transactions and versions are counted. */
export const measuredStore = (store: Store, { registry, timed }: Metrics): Store => {
  const transactions = timed(
    'trialbridge_store_transaction_duration_seconds',
    'Transactions that write: committed, refused as what is stored stands against them, or failed',
    ['outcome'],
  );
  const versions = new Counter({
    name: 'trialbridge_store_versions_total',
    help: 'Versions of resources that were stored, by what made them',
    labelNames: ['method'],
    registers: [registry],
  });
  return {
    ...store,
    write: async (batch, lastUpdated) => {
      const seconds = stopwatch();
      try {
        const written = await store.write(batch, lastUpdated);
        transactions.observe({ outcome: 'committed' }, seconds());
        for (const { method } of written) versions.inc({ method });
        return written;
      } catch (error) {
        const outcome = error instanceof StoreUnavailable ? 'failed' : 'refused';
        transactions.observe({ outcome }, seconds());
        throw error;
      }
    },
  };
};
