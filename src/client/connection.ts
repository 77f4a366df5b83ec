import type { Bundle, FhirResource } from 'fhir/r5.js';
import { FhirError } from './fhir-error.ts';
import { parseWritten } from './written.ts';

/** How requests are made. */
export interface ConnectionOptions {
  /** Gives the bearer token of each request, `undefined` for none. */
  readonly token?: () => string | undefined | Promise<string | undefined>;
  /** What ends all requests, and the waiting for an export. */
  readonly signal?: AbortSignal;
}

/** What is sent beside the address. */
export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Blob | Uint8Array<ArrayBuffer>;
}

/** The FHIR interface at an address. */
export class Connection {
  readonly signal: AbortSignal | undefined;
  readonly #base: string;
  readonly #token: ConnectionOptions['token'];

  constructor(base: string, { token, signal }: ConnectionOptions) {
    this.#base = base.replace(/\/+$/, '');
    this.#token = token;
    this.signal = signal;
  }

  /** The response to a request for a path from the base, or an address that the server gave. Throws FhirError. */
  async respond(path: string, { headers, ...sent }: Sent = {}): Promise<Response> {
    const url = /^https?:/.test(path) ? path : [this.#base, path].filter((part) => part !== '').join('/');
    // A token is for this server alone, wherever an answer of it leads.
    const token = new URL(url).origin === new URL(this.#base).origin ? await this.#token?.() : undefined;
    const response = await fetch(url, {
      ...sent,
      ...(this.signal && { signal: this.signal }),
      headers: {
        Accept: 'application/fhir+json',
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
    });
    if (!response.ok) throw new FhirError(response, await response.text());
    return response;
  }

  /** The resource that is answered, whose numbers go back as they were written. Throws FhirError. */
  async resource<T>(path: string, sent?: Sent): Promise<T> {
    const response = await this.respond(path, sent);
    return parseWritten(await response.text()) as T;
  }

  /** The pages of a search or a history, each asked for when the one before is done with. */
  async *pages(path: string): AsyncGenerator<Bundle<FhirResource>> {
    for (let next: string | undefined = path; next !== undefined; ) {
      const page: Bundle<FhirResource> = await this.resource(next);
      yield page;
      next = page.link?.find(({ relation }) => relation === 'next')?.url;
    }
  }
}
