import type { FhirResource } from 'fhir/r5.js';
import { expect } from 'vitest';
import type { ExportManifest } from '../../../src/client/bulk-export.ts';
import { send } from '../case.ts';
import { ORIGIN, type Server } from '../server.ts';

/** What a client has to say to begin an export. */
export const ASYNC = { Accept: 'application/fhir+json', Prefer: 'respond-async' };

type Sent = Parameters<typeof send>[1];

/** The path of an address of the server under test. */
export const pathOf = (url: string): string => {
  expect(/^\/(?:fhir|r4)\//.test(url.slice(ORIGIN.length)), url).toBe(true);
  return url.slice(ORIGIN.length);
};

/** Begins an export; gives the path at which it can be asked for. */
export const kickedOff = async (server: Server, sent: Sent): Promise<string> => {
  const response = await send(server, { ...sent, headers: { ...ASYNC, ...sent.headers } });
  expect(response.status, response.text).toBe(202);
  return pathOf(response.headers['content-location'] ?? '');
};

/** What an export that was begun consists of, when it is ready. */
export const completed = async (
  server: Server,
  path: string,
  headers: Record<string, string> = {},
): Promise<ExportManifest> => {
  for (;;) {
    const response = await send(server, { path, headers: { Accept: 'application/json', ...headers } });
    if (response.status === 200) {
      expect(response.headers['content-type']).toBe('application/json');
      return JSON.parse(response.text);
    }
    expect([202, 429], response.text).toContain(response.status);
    expect(response.headers['retry-after']).toBe('1');
  }
};

/** The resources in a file of an export, each on a line. */
export const resourcesIn = async (
  server: Server,
  url: string,
  headers: Record<string, string> = {},
): Promise<readonly FhirResource[]> => {
  const response = await send(server, {
    path: pathOf(url),
    headers: { Accept: 'application/fhir+ndjson', ...headers },
  });
  const text = response.text ?? response.body.toString();
  expect(response.status, text).toBe(200);
  expect(response.headers['content-type']).toBe('application/fhir+ndjson');
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line: string) => JSON.parse(line));
};

/** The places of all that is exported, of one type after the other. */
export const exported = async (
  server: Server,
  sent: Sent,
  token: Record<string, string> = {},
): Promise<readonly string[]> => {
  const path = await kickedOff(server, { ...sent, headers: { ...sent.headers, ...token } });
  const { output } = await completed(server, path, token);
  const places: string[] = [];
  for (const { type, url, count } of output) {
    const resources = await resourcesIn(server, url, token);
    expect(resources.map(({ resourceType }) => resourceType)).toEqual(Array(count).fill(type));
    places.push(...resources.map(({ id }) => `${type}/${id}`));
  }
  return places;
};
