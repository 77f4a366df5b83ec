import { parseWritten, type ResourceType, type Served } from './written.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

/** A client of the server under test, over HTTP alone. */
export interface Client {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body: Uint8Array | string, type: string) => Promise<Answer>;
  /** Reads `Type/id`, or a version of it; throws unless it is there. */
  readonly read: (reference: string) => Promise<Served>;
  /** Everything a search finds, over all pages. */
  readonly search: <T extends ResourceType>(
    type: T,
    query: Readonly<Record<string, string>>,
  ) => Promise<readonly Served<T>[]>;
}

const SECONDS = 20;

/** A client of the FHIR interface at this address. */
export const createClient = (base: string): Client => {
  const send = async (url: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(SECONDS * 1000) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parseWritten(text) };
  };
  const found = async (url: string): Promise<unknown> => {
    const { status, body, text } = await send(url);
    if (status !== 200) throw new Error(`${status} for ${url}: ${text}`);
    return body;
  };
  const pages = async <T extends ResourceType>(url: string): Promise<readonly Served<T>[]> => {
    const { entry = [], link = [] } = (await found(url)) as Served<'Bundle'>;
    const here = entry.map(({ resource }) => resource as Served<T>);
    const next = link.find(({ relation }) => relation === 'next')?.url;
    return next === undefined ? here : [...here, ...(await pages<T>(next))];
  };
  return {
    get: (path) => send(`${base}/${path}`),
    post: (path, body, type) =>
      send(`${base}/${path}`, { method: 'POST', body, headers: { 'content-type': type } }),
    read: async (reference) => (await found(`${base}/${reference}`)) as Served,
    search: (type, query) => pages(`${base}/${type}?${new URLSearchParams(query)}`),
  };
};
