import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from './client.ts';
import { seed } from './documents.ts';
import { IDENTIFIERS, type ReadNumber } from './identifiers.ts';
import { ingest } from './loaded.ts';
import { addressOf } from './select.ts';
import { startServer } from './server.ts';
import type { Served } from './written.ts';

const NUMBERS = Object.keys(IDENTIFIERS) as ReadNumber[];

interface Outcome {
  readonly issue: readonly { readonly severity: string; readonly details?: { readonly text?: string } }[];
}

let client: Client;
let close = async () => {};
const written: Served[] = [];

const versions = (resources: readonly Served[]) =>
  resources.map(
    (resource) => `${addressOf(resource)} ${resource.meta?.versionId} ${resource.meta?.lastUpdated}`,
  );

const resourcesIn = (body: unknown): readonly Served[] =>
  ((body as Served<'Bundle'>).entry ?? [])
    .map(({ resource }) => resource as Served)
    .filter(({ resourceType }) => resourceType !== 'OperationOutcome');

beforeAll(async () => {
  const server = await startServer();
  ({ client, close } = server);
  for (const number of NUMBERS) {
    const answer = await ingest(client, seed(number));
    expect(answer.status).toBe(201);
    written.push(...resourcesIn(answer.body));
  }
});

afterAll(() => close());

describe('two documents', () => {
  test('are two studies', async () => {
    const studies = await client.search('ResearchStudy', {});
    expect(studies.map(({ id }) => id).toSorted()).toEqual(['IRCT20200217046526N2', 'NCT04445454']);
    const count = await client.get('ResearchStudy?_summary=count');
    expect(count.body).toMatchObject({ total: '2' });
  });

  test.each([
    [IDENTIFIERS['000'], IDENTIFIERS['004']],
    [IDENTIFIERS['004'], IDENTIFIERS['000']],
  ])('are found each by its own number: %s', async (identifier, other) => {
    const found = await client.search('ResearchStudy', { identifier });
    expect(found).toHaveLength(1);
    expect((await client.search('ResearchStudy', { identifier: other })).map(({ id }) => id)).not.toContain(
      found[0]?.id,
    );
  });

  test('share the reading software and nothing else', async () => {
    const [first = [], second = []] = ['IRCT20200217046526N2', 'NCT04445454'].map((study) =>
      written.filter(({ id }) => id?.startsWith(study)).map(addressOf),
    );
    expect(first.filter((one) => second.includes(one))).toEqual([]);
    const rest = written.map(addressOf).filter((one) => ![...first, ...second].includes(one));
    expect(rest.map((one) => one.split('/')[0]).toSorted()).toEqual([
      'Device',
      'DocumentReference',
      'DocumentReference',
    ]);
  });

  test('were written as first versions', () => {
    expect(written.length).toBeGreaterThan(80);
    expect(written.filter(({ meta }) => meta?.versionId !== '1')).toEqual([]);
  });
});

describe('the reading of each', () => {
  test.each(['IRCT20200217046526N2', 'NCT04445454'])(
    '%s: by whom, from what, and all that came of it',
    async (id) => {
      const readings = await client.search('Provenance', { target: `ResearchStudy/${id}` });
      expect(readings).toHaveLength(1);
      const { target, agent, entity, meta } = readings[0]!;
      expect(agent.map(({ who }) => who.reference)).toEqual([expect.stringMatching(/^Device\/trialbridge-/)]);
      const sources = (entity ?? []).map(({ role, what }) => [role, what.reference?.split('/')[0]]);
      expect(sources).toEqual([['source', 'DocumentReference']]);
      const made = written.filter((one) => one.id?.startsWith(id) && one.resourceType !== 'Provenance');
      const targets = target.map(({ reference }) => reference);
      for (const resource of made) expect(targets).toContain(`${addressOf(resource)}/_history/1`);
      for (const reference of targets) expect(await client.read(reference ?? '')).toHaveProperty('id');
      expect(meta?.versionId).toBe('1');
    },
  );
});

describe('loaded again', () => {
  test.each(NUMBERS)('%s: 200, and what is stored stays as it is', async (number) => {
    const answer = await ingest(client, seed(number));
    expect(answer.status).toBe(200);
    const addresses = new Set(written.map(addressOf));
    expect(resourcesIn(answer.body).filter((one) => !addresses.has(addressOf(one)))).toEqual([]);
    for (const resource of written) {
      expect(await client.read(addressOf(resource))).toEqual(resource);
      const second = await client.get(`${addressOf(resource)}/_history/2`);
      expect(second.status, addressOf(resource)).toBe(404);
    }
  });

  test('nothing has been added', async () => {
    const types = new Set(written.map(({ resourceType }) => resourceType));
    const stored = await Promise.all([...types].map((type) => client.search(type, {})));
    expect(versions(stored.flat()).toSorted()).toEqual(versions(written).toSorted());
  });
});

describe('everything served is valid', () => {
  test('of all resources, none has an error', async () => {
    const errors: string[] = [];
    for (const resource of written) {
      const { text } = await client.get(addressOf(resource));
      const { status, body } = await client.post(
        `${resource.resourceType}/$validate`,
        text,
        'application/fhir+json',
      );
      expect(status).toBe(200);
      for (const { severity, details } of (body as Outcome).issue)
        if (severity === 'error' || severity === 'fatal')
          errors.push(`${addressOf(resource)} ${details?.text}`);
    }
    expect(errors).toEqual([]);
  });

  test('what is not valid has one, so that the test above can fail', async () => {
    const { text } = await client.get('ResearchStudy/NCT04445454');
    const wrong = JSON.stringify({ ...JSON.parse(text), status: 'finished' });
    const { body } = await client.post('ResearchStudy/$validate', wrong, 'application/fhir+json');
    expect((body as Outcome).issue.map(({ severity }) => severity)).toContain('error');
  });
});
