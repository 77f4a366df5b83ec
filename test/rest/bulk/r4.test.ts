import type { FhirResource } from 'fhir/r5.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { put, resourceOf, send } from '../case.ts';
import { BASE, createServer, ORIGIN, SERVED, type Server } from '../server.ts';
import { ASYNC, completed, kickedOff, resourcesIn } from './exporting.ts';

const STORED: readonly FhirResource[] = [
  {
    resourceType: 'ResearchStudy',
    id: 'sea',
    status: 'active',
    title: 'Sea air',
    comparisonGroup: [{ name: 'Beach' }],
  },
  { resourceType: 'Citation', id: 'paper', status: 'active' },
  { resourceType: 'Organization', id: 'ward', name: 'Ward' },
];

describe.each(SERVED)('An export in R4, on $name,', (database) => {
  let server: Server;

  beforeEach(async () => {
    server = await createServer({ database });
    for (const one of STORED) expect((await send(server, put(one))).status).toBe(201);
  });

  afterEach(async () => {
    expect(server.logged).toEqual([]);
    await server.close();
  });

  test('has what R4 has types for, by R4’s names, at addresses of R4', async () => {
    const begun = await send(server, { path: '/r4/$export', headers: ASYNC });
    expect(begun.status).toBe(202);
    const at = begun.headers['content-location'] ?? '';
    expect(at).toMatch(new RegExp(`^${ORIGIN}/r4/_export/`));
    const manifest = await completed(server, at.slice(ORIGIN.length));
    expect(manifest).toMatchObject({
      transactionTime: expect.any(String),
      request: `${ORIGIN}/r4/$export`,
      requiresAccessToken: false,
      error: [],
    });
    expect(manifest.output.map(({ type }) => type).sort()).toEqual(['Organization', 'ResearchStudy']);
    const { url } = manifest.output.find(({ type }) => type === 'ResearchStudy')!;
    expect(url.startsWith(`${ORIGIN}/r4/`)).toBe(true);
    const [study, ...others] = await resourcesIn(server, url.replace(`${ORIGIN}/r4`, BASE));
    expect(study).toMatchObject({ id: 'sea', arm: [{ name: 'Beach' }] });
    expect(study).not.toHaveProperty('comparisonGroup');
    expect(others).toEqual([]);
  });

  test('has the elements that R4 calls so, of what R4’s searches find', async () => {
    const query = '_type=ResearchStudy&_elements=arm&_typeFilter=ResearchStudy%3Ftitle%3Dsea';
    const path = await kickedOff(server, { path: `/r4/$export?${query}` });
    const { output } = await completed(server, path);
    const [study] = await resourcesIn(server, output[0]!.url);
    expect(study).toMatchObject({ arm: [{ name: 'Beach' }], meta: { tag: [{ code: 'SUBSETTED' }] } });
    expect(study).not.toHaveProperty('title');
  });

  test.each([
    ['a type of R5 alone', '?_type=Citation', /“Citation” is not a resource type of FHIR 4.0/],
    ['an element of R5 alone', '?_elements=comparisonGroup', /comparisonGroup/],
    ['a search of R5 alone', '?_typeFilter=ResearchStudy%3Fprogress-status%3Dactive', /progress-status/],
  ])('is refused with %s, unless the client prefers that to be left out', async (_, query, text) => {
    const sent = { path: `/r4/$export${query}&_type=Organization,ResearchStudy`, headers: ASYNC };
    const response = await send(server, sent);
    expect(response.status).toBe(400);
    expect(resourceOf(response).value).toMatchObject({ issue: [{ details: { text } }] });
    const Prefer = 'respond-async, handling=lenient';
    const path = await kickedOff(server, { ...sent, headers: { Prefer } });
    const { error } = await completed(server, path);
    expect(await resourcesIn(server, error[0]!.url)).toMatchObject([{ resourceType: 'OperationOutcome' }]);
  });

  test('can be given up', async () => {
    const path = await kickedOff(server, { path: '/r4/$export' });
    expect((await send(server, { method: 'delete', path })).status).toBe(202);
    const response = await send(server, { path });
    expect(response.status).toBe(404);
    expect(resourceOf(response).value.resourceType).toBe('OperationOutcome');
  });
});
