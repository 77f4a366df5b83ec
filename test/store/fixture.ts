import type { FhirResource } from 'fhir/r5.js';
import { afterEach, beforeEach } from 'vitest';
import { content } from '../../src/fhir/content.ts';
import { type Criterion, searchOf } from '../../src/fhir/search/search-request.ts';
import type { StoreOptions } from '../../src/store/create-store.ts';
import { openStore } from '../../src/store/open.ts';
import type { Deletion, Method, Store, Version, Write } from '../../src/store/store.ts';
import type { Database, DatabaseKind } from './stores.ts';

/** A store on a new database for each test; `close` closes all that are open, `reopen` opens one after that. */
export interface Opened {
  store: Store;
  url: string;
  open(options?: StoreOptions): Promise<Store>;
  close(): Promise<void>;
  reopen(options?: StoreOptions): Promise<Store>;
}

/** Opens a store before each test and closes everything after it. */
export const useStore = (kind: DatabaseKind, options?: StoreOptions): Opened => {
  let database: Database;
  let all: Store[] = [];
  const opened: Opened = {
    store: undefined as never,
    url: '',
    open: async (more = options) => {
      const store = await openStore(database.url, more);
      all.push(store);
      return store;
    },
    close: async () => {
      const open = all;
      all = [];
      for (const store of open) await store.close();
    },
    reopen: async (more) => {
      await opened.close();
      opened.store = await opened.open(more);
      return opened.store;
    },
  };
  beforeEach(async () => {
    database = await kind.create();
    opened.url = database.url;
    opened.store = await opened.open();
  });
  afterEach(async () => {
    await opened.close();
    await database.remove();
  });
  return opened;
};

/** FHIR instant of so many seconds after a day in 2031. */
export const at = (seconds: number): string => new Date(Date.UTC(2031, 4, 6) + seconds * 1000).toISOString();

/** A write of a resource that has an id. */
export const putting = (resource: FhirResource, replaces = 0, method: Method = 'PUT'): Write => ({
  type: resource.resourceType,
  id: resource.id ?? '',
  method,
  content: content(resource),
  replaces,
});

/** A write that deletes. */
export const deleting = (type: string, id: string, replaces: number): Write => ({
  type,
  id,
  method: 'DELETE',
  replaces,
});

/** Writes one resource at the time `at(0)`, or another. */
export const put = async (
  store: Store,
  resource: FhirResource,
  replaces = 0,
  lastUpdated = at(0),
): Promise<Version> => {
  const [version] = await store.write({ writes: [putting(resource, replaces)] }, lastUpdated);
  if (version === undefined || version.deleted) throw new Error('not written');
  return version;
};

/** Deletes one resource. */
export const remove = async (
  store: Store,
  type: string,
  id: string,
  replaces: number,
  lastUpdated = at(0),
): Promise<readonly (Version | Deletion)[]> =>
  store.write({ writes: [deleting(type, id, replaces)] }, lastUpdated);

/** An organization with an identifier. */
export const organization = (id: string, value = id, partOf?: string): FhirResource => ({
  resourceType: 'Organization',
  id,
  identifier: [{ system: 'urn:example:site', value }],
  ...(partOf !== undefined && {
    qualification: [{ code: { text: 'x' }, issuer: { reference: partOf } }],
  }),
});

/** Has this token by this search parameter. */
export const hasToken = (parameter: string, code: string): Criterion => ({
  kind: 'value',
  parameter,
  anyOf: [{ type: 'token', code }],
});

/** The ids found by a criterion. */
export const found = async (store: Store, type: string, where: Criterion): Promise<readonly string[]> =>
  (await store.search(searchOf([type], where, 100))).matches.map(({ id }) => id);
