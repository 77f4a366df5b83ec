import type { Ingested, Pipeline } from '../pipeline.ts';
import type { Metrics } from './metrics.ts';
import { stopwatch } from './stopwatch.ts';

/** The pipeline, whose ingested documents are counted. */
export const measuredPipeline = (pipeline: Pipeline, { timed }: Metrics): Pipeline => {
  const documents = timed(
    'trialbridge_ingest_duration_seconds',
    'Documents that clients sent to be ingested: written, unchanged, refused, in conflict, or failed',
    ['outcome'],
  );
  return {
    ...pipeline,
    ingest: async (bytes) => {
      const seconds = stopwatch();
      let outcome: Ingested['kind'] | 'failed' = 'failed';
      try {
        const ingested = await pipeline.ingest(bytes);
        outcome = ingested.kind;
        return ingested;
      } finally {
        documents.observe({ outcome }, seconds());
      }
    },
  };
};
