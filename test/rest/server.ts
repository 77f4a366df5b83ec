import { randomUUID } from 'node:crypto';
import type { Express } from 'express';
import { vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { canonicals } from '../../src/commands/canonicals.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { createPipeline } from '../../src/pipeline.ts';
import { createAuditLog } from '../../src/rest/audit/audit-log.ts';
import { createPolls } from '../../src/rest/bulk/polls.ts';
import type { Service } from '../../src/rest/service.ts';
import { createTurns } from '../../src/rest/turns.ts';
import type { Security } from '../../src/security/security.ts';
import { storedCanonical } from '../../src/store/canonical.ts';
import { conformanceResources, profilesAmong, storeConformance } from '../../src/store/conformance.ts';
import type { StoreOptions } from '../../src/store/create-store.ts';
import { NeededCanonicals } from '../../src/store/needed-canonicals.ts';
import { openStore } from '../../src/store/open.ts';
import { unwritten } from '../../src/store/unwritten.ts';
import { createTerminology } from '../../src/terminology/terminology.ts';
import { createValidator } from '../../src/validation/validate.ts';
import { DATABASES, type DatabaseKind } from '../store/stores.ts';

// A server is set up for each test; a busy machine needs its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** The address the server under test believes to have. */
export const ORIGIN = 'https://trials.example';
/** The address of its FHIR interface. */
export const BASE = `${ORIGIN}/fhir`;

/** The time at which everything happens. */
export const NOW = '2031-05-06T07:08:09.123Z';

/** What the work that runs now finds in the store of its server. */
let needed: NeededCanonicals | undefined;

/** The real validator, one for all servers: it reads the definitions once. */
export const validate = createValidator({
  ...canonicals([], (type, url, version) => needed?.find(type, url, version)),
  ownsReferences: true,
});
const conformance = conformanceResources();

/** The databases that are served in tests; a file differs from memory in what the store's own tests look at. */
export const SERVED: readonly DatabaseKind[] = DATABASES.filter(({ name }) => name !== 'SQLite in a file');

/** How the server under test differs from one with an empty database in memory. */
export interface Setup {
  readonly database?: DatabaseKind;
  /** Whether the project's own profiles and definitions are stored; that takes its time. */
  readonly conformance?: boolean;
  readonly referentialIntegrity?: boolean;
  readonly conditionalDelete?: Service['conditionalDelete'];
  readonly allowsPurge?: boolean;
  readonly bodyLimit?: number;
  readonly mostRequests?: number;
  readonly mostEntries?: number;
  readonly mostOnPage?: number;
  readonly includes?: StoreOptions['includes'];
  readonly searchTime?: number;
  readonly trustedProxies?: readonly string[];
  readonly now?: () => string;
  readonly security?: Security;
  readonly rateLimit?: number;
  readonly subscriptionTargets?: ReadonlySet<string>;
  /** Whether accesses are recorded. */
  readonly audit?: boolean;
  readonly corsOrigins?: readonly string[];
  readonly validate?: Service['validate'];
  readonly withhold?: ReadonlySet<string>;
  readonly signsExports?: boolean;
  /** The folder of a built workbench. */
  readonly workbench?: string;
}

/** A server under test. */
export interface Server {
  readonly app: Express;
  readonly service: Service;
  /** What was logged as a failure. */
  readonly logged: readonly unknown[];
  /** How many versions of resources are stored. */
  readonly rows: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** The real application; ids are `id-1`, `id-2`, … */
export const createServer = async ({
  database = SERVED[0] as DatabaseKind,
  referentialIntegrity = true,
  conditionalDelete = 'single',
  allowsPurge = false,
  bodyLimit = 16 * 1024 * 1024,
  mostRequests = 256,
  mostEntries = 10_000,
  mostOnPage = 1000,
  trustedProxies = [],
  now = () => NOW,
  withhold = new Set(),
  workbench = '',
  signsExports = false,
  ...setup
}: Setup = {}): Promise<Server> => {
  const { url, remove } = await database.create();
  const store = await openStore(url, {
    referentialIntegrity,
    now: () => Date.parse(now()),
    ...(setup.includes && { includes: setup.includes }),
    ...(setup.searchTime !== undefined && { searchTime: setup.searchTime }),
  });
  if (setup.conformance) await storeConformance(store, conformance, NOW);
  const stored = new NeededCanonicals(store);
  const logged: unknown[] = [];
  let ids = 0;
  const audit = setup.audit ? createAuditLog(store, randomUUID, (error) => logged.push(error)) : undefined;
  const service: Service = {
    store,
    validate: setup.validate ?? validate,
    withStored: (work) =>
      stored.provide(() => {
        needed = stored;
        return work();
      }),
    terminology: createTerminology((type, canonical, version) =>
      storedCanonical(store, type, canonical, version),
    ),
    pipeline: async () => createPipeline({ store, validate, withhold, now }),
    preview: async () => createPipeline({ store: unwritten(store), validate, withhold, now }),
    profiles: profilesAmong(conformance),
    ...(setup.security && { security: setup.security }),
    ...(setup.subscriptionTargets && { subscriptionTargets: setup.subscriptionTargets }),
    ...(setup.rateLimit !== undefined && { rateLimit: setup.rateLimit }),
    ...(audit && { audit }),
    inTurn: createTurns(),
    working: new Set(),
    polls: createPolls(() => Date.parse(now())),
    signsExports,
    workbench,
    baseUrl: ORIGIN,
    conditionalDelete,
    allowsPurge,
    referentialIntegrity,
    bodyLimit,
    mostRequests,
    mostEntries,
    mostOnPage,
    softwareVersion: '0.0.0',
    started: NOW,
    now,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    metrics: createMetrics(),
    logExchange: () => undefined,
    logError: (error) => logged.push(error),
  };
  return {
    app: createApp(service, { trustedProxies, corsOrigins: setup.corsOrigins ?? [] }),
    service,
    logged,
    rows: async () => (await store.history({ count: 0 })).total,
    close: async () => {
      await audit?.flush();
      await store.close();
      await remove();
    },
  };
};
