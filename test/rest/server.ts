import type { Express } from 'express';
import { vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { TRIAL_TYPES } from '../../src/fhir/resource-type.ts';
import { createPipeline } from '../../src/pipeline.ts';
import type { Service } from '../../src/rest/service.ts';
import { conformanceResources, storeConformance } from '../../src/store/conformance.ts';
import { openStore } from '../../src/store/open.ts';
import { createValidator } from '../../src/validation/validate.ts';

// A server is set up for each test; a busy machine needs its time.
vi.setConfig({ testTimeout: 60_000 });

/** The address the server under test believes to have. */
export const ORIGIN = 'https://trials.example';
/** The address of its FHIR interface. */
export const BASE = `${ORIGIN}/fhir`;

/** The time at which everything happens. */
export const NOW = '2031-05-06T07:08:09.123Z';

/** The real validator. */
export const validate = createValidator();
const conformance = conformanceResources();

interface Server {
  readonly app: Express;
  readonly service: Service;
  /** What was logged as a failure. */
  readonly logged: readonly unknown[];
  /** How many resources of trials are stored. */
  readonly rows: () => Promise<number>;
}

/** The real application over an empty database in memory; ids are `id-1`, `id-2`, … */
export const createServer = async (
  change: (service: Service) => Service = (service) => service,
): Promise<Server> => {
  const store = await openStore('sqlite::memory:');
  await storeConformance(store, conformance, NOW);
  const logged: unknown[] = [];
  let ids = 0;
  const now = () => NOW;
  const service = change({
    store,
    validate,
    pipeline: createPipeline({ store, validate, now }),
    conformance,
    baseUrl: ORIGIN,
    softwareVersion: '0.0.0',
    started: NOW,
    now,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    logError: (error) => logged.push(error),
  });
  const count = async (type: string) => (await store.search({ type, filters: [], count: 0 })).total;
  return {
    app: createApp(service),
    service,
    logged,
    rows: async () => (await Promise.all(TRIAL_TYPES.map(count))).reduce((sum, one) => sum + one, 0),
  };
};
