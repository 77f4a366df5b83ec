import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Bundle, BundleEntry, FhirResource, OperationOutcome } from 'fhir/r5.js';
import type { DatabaseKind } from '../../store/stores.ts';
import { createServer } from '../server.ts';
import { CHANGED, DELETED, FIXTURE } from './fixture/fixture.ts';

/** When the fixture was stored, and when one of it was changed; when searches take place. */
const LOADED = '2030-01-01T00:00:00.000Z';
const CHANGED_AT = '2030-01-02T12:00:00.000Z';
export const SEARCHED_AT = '2030-02-01T00:00:00.000Z';

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const FHIR = { 'Content-Type': 'application/fhir+json' };

/** What is answered to a search, or what is wrong with it. */
type Body = Partial<Pick<Bundle, 'total' | 'link' | 'entry'> & Pick<OperationOutcome, 'issue'>>;

/** An answer to a search. */
export interface Found {
  readonly status: number;
  readonly body: Body;
}

type Headers = Readonly<Record<string, string>>;

/** A server that has the fixture. */
export interface Loaded {
  /** Searches by GET: `Type?query`, or `?query` in all types. */
  get(search: string, headers?: Headers): Promise<Found>;
  /** The same by POST, all parameters in the body, or in the address if there is another body. */
  post(search: string, headers?: Headers, form?: string): Promise<Found>;
  /** Makes it the present. */
  setTime(instant: string): void;
  put(resource: FhirResource): Promise<void>;
  /** In one transaction. */
  putAll(resources: readonly FhirResource[]): Promise<void>;
  remove(path: string): Promise<void>;
  /** What was logged as a failure of the server. */
  failures(): readonly unknown[];
  close(): Promise<void>;
}

const entry = (resource: FhirResource): BundleEntry => ({
  fullUrl: `https://example.org/fhir/${resource.resourceType}/${resource.id}`,
  resource,
  request: { method: 'PUT', url: `${resource.resourceType}/${resource.id}` },
});

/** Serves the fixture from a new database. */
export const load = async (database: DatabaseKind): Promise<Loaded> => {
  let now = LOADED;
  const server = await createServer({ database, now: () => now });
  const http = server.app.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const base = `http://127.0.0.1:${(http.address() as AddressInfo).port}/fhir`;

  const ask = async (path: string, init: RequestInit): Promise<Found> => {
    const response = await fetch(`${base}${path}`, init);
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Body) };
  };
  const write = async (path: string, method: string, resource?: object): Promise<void> => {
    const body = resource && JSON.stringify(resource);
    const { status, body: answer } = await ask(path, { method, headers: FHIR, ...(body && { body }) });
    if (status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.issue, undefined, 1)}`);
  };
  const put = (resource: FhirResource) => write(`/${resource.resourceType}/${resource.id}`, 'PUT', resource);
  const remove = (path: string) => write(`/${path}`, 'DELETE');

  const putAll = (resources: readonly FhirResource[]) =>
    write('', 'POST', { resourceType: 'Bundle', type: 'transaction', entry: resources.map(entry) });

  await putAll(FIXTURE);
  now = CHANGED_AT;
  await put(CHANGED);
  await remove(DELETED);
  now = SEARCHED_AT;
  return {
    get: (search, headers = {}) => ask(search.startsWith('?') ? search : `/${search}`, { headers }),
    post: (search, headers = {}, form) => {
      const [path = '', query = ''] = search.split(/\?(.*)/s);
      const address = `${path && `/${path}`}/_search${form === undefined ? '' : `?${query}`}`;
      return ask(address, { method: 'POST', headers: { ...FORM, ...headers }, body: form ?? query });
    },
    setTime: (instant) => {
      now = instant;
    },
    put,
    putAll,
    remove,
    failures: () => server.logged,
    close: async () => {
      http.close();
      http.closeAllConnections();
      await server.close();
    },
  };
};
