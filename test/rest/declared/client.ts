import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { FhirResource } from 'fhir/r5.js';
import { expect } from 'vitest';
import { createServer } from '../server.ts';

/** What was answered. */
export interface Got {
  readonly headers: Headers;
  readonly text: string;
}

const JSON_TYPE = { 'Content-Type': 'application/fhir+json' };

/** One server for many requests; references of what is stored may lead nowhere. */
export const startClient = async () => {
  const served = await createServer({ conformance: true, referentialIntegrity: false });
  const http = served.app.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const base = `http://127.0.0.1:${(http.address() as AddressInfo).port}/fhir`;

  /** A request, which must be answered with one of these statuses. */
  const ask = async (
    expected: number | readonly number[],
    method: string,
    path: string,
    sent: { readonly headers?: Record<string, string>; readonly body?: string } = {},
  ): Promise<Got> => {
    const { status, headers, ...response } = await fetch(`${base}${path}`, { method, ...sent }).then(
      async (got) => ({ status: got.status, headers: got.headers, text: await got.text() }),
    );
    expect(
      [expected].flat(),
      `${method} ${path} answered ${status}: ${response.text.slice(0, 500)}`,
    ).toContain(status);
    return { headers, text: response.text };
  };

  /** A request with a resource as its body. */
  const send = (
    expected: number | readonly number[],
    method: string,
    path: string,
    resource: FhirResource,
    headers: Record<string, string> = {},
  ): Promise<Got> =>
    ask(expected, method, path, { headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(resource) });

  return {
    ask,
    send,
    close: async () => {
      http.close();
      http.closeAllConnections();
      await served.close();
      expect(served.logged).toEqual([]);
    },
  };
};
