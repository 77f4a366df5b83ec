import { setTimeout as after } from 'node:timers/promises';
import type { FhirResource } from 'fhir/r5.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { TrialbridgeClient } from '../../src/client/client.ts';
import { type RunningServer, startServer } from '../running-server.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let server: RunningServer;
let client: TrialbridgeClient;

beforeAll(async () => {
  server = await startServer('--load', new URL('../../samples', import.meta.url).pathname);
  client = new TrialbridgeClient(server.base);
});

afterAll(() => server.stop());

/** Everything of an export. */
const exported = async (parameters: Parameters<TrialbridgeClient['export']>[0]) => {
  const begun = await client.export(parameters);
  const manifest = await begun.manifest();
  const resources: FhirResource[] = [];
  for (const file of manifest.output)
    for await (const resource of begun.resources(file)) resources.push(resource);
  return { begun, manifest, resources };
};

test('gives every resource of the types that are asked for', async () => {
  const { manifest, resources } = await exported({ _type: 'ResearchStudy,Evidence' });
  expect(resources.length).toBe(manifest.output.reduce((sum, { count = 0 }) => sum + count, 0));
  for (const type of ['ResearchStudy', 'Evidence'] as const) {
    const { value: page } = await client.pages(type, { _summary: 'count' }).next();
    expect(resources.filter(({ resourceType }) => resourceType === type).length).toBe(page?.total);
  }
  expect(manifest.error).toEqual([]);
});

test('gives what belongs to a study alone', async () => {
  const { resources } = await exported({ _id: 'NCT99999907', _type: 'ResearchStudy' });
  expect(resources.map(({ id }) => id)).toEqual(['NCT99999907']);
});

test('tells what was deleted since', async () => {
  const since = new Date().toISOString();
  await after(5);
  const { id } = await client.create({ resourceType: 'Organization', name: 'Ward 1' });
  await client.delete('Organization', id);
  const { begun, manifest, resources } = await exported({ _since: since });
  expect(resources).toEqual([]);
  const [file] = manifest.deleted ?? [];
  const { value } = await begun.resources(file!).next();
  expect(value).toMatchObject({ entry: [{ request: { method: 'DELETE', url: `Organization/${id}` } }] });
});

test('is forgotten when it is ended', async () => {
  const { begun } = await exported({ _type: 'Organization' });
  await begun.cancel();
  await expect(begun.manifest()).rejects.toMatchObject({ status: 404 });
});

test('is refused for types that nobody knows', async () => {
  await expect(client.export({ _type: 'Nonsense' })).rejects.toMatchObject({
    status: 400,
    outcome: { issue: [{ severity: 'error' }] },
  });
});

test('is not waited for longer than is wanted', async () => {
  const ending = new AbortController();
  const impatient = new TrialbridgeClient(server.base, { signal: ending.signal });
  const begun = await impatient.export();
  const asked = begun.manifest();
  ending.abort(new Error('enough'));
  await expect(asked).rejects.toThrow('enough');
});
